import { t } from '../../components/i18n';
import type { Span } from '../../engine/types';
import type { Reading } from '../article/reading';

/** Nothing shorter (characters) is offered a button: words are selected for many reasons. Asked for, any is taken. */
const SHORTEST_OFFERED = 12;
/** Longer ones are passages rather than claims, and would be lost with the first word the page changes in them. */
const LONGEST = 1500;

/** Text the reader has selected in the page; the span is over the page's text, blanks at its ends left out. */
export interface Selected {
  readonly range: Range;
  readonly span: Span;
  /** Characters; blanks in a row, which are layout or a script between two paragraphs, count as one. */
  readonly length: number;
}

/** Whether a selection is one to offer a button for. */
export const isOffered = ({ length }: Selected) => length >= SHORTEST_OFFERED && length <= LONGEST;

/** Why a selection is not taken, and what to do, in the reader's language; null where it is. */
export const whyNot = ({ length }: Selected) =>
  length > LONGEST ? t('select.tooLong', [length, LONGEST]) : null;

/**
 * The reader's selection, if it has words of this article; null otherwise. Where the page holds one article only, any
 * text of the page counts as its own.
 */
export function selectedIn(document: Document, reading: Reading): Selected | null {
  const { pageText } = reading.article;
  const range = selectedRange(document, pageText.root.getRootNode());
  if (!range || range.collapsed) return null;
  const around = range.commonAncestorContainer;
  const element = around instanceof Element ? around : around.parentElement;
  if (element?.closest('input,textarea,[contenteditable=""],[contenteditable="true"]')) return null;
  const raw = pageText.spanOf(range);
  if (!raw) return null;
  const text = pageText.text.slice(raw.start, raw.end);
  const start = raw.start + (text.length - text.trimStart().length);
  const span = { start, end: start + text.trim().length };
  const { length } = text.trim().replace(/\s+/g, ' ');
  const trimmed = /[\p{L}\p{N}]/u.test(text) ? pageText.rangeOf(span) : null;
  // The trimmed one: three clicks select up to the beginning of what comes next, which may be another article.
  return trimmed && reading.holds(trimmed.commonAncestorContainer) ? { range: trimmed, span, length } : null;
}

/** Browsers before the standard's `getComposedRanges` (Chromium 137, Firefox 142) ask the root itself, or see into it. */
type Root = ShadowRoot & { readonly getSelection?: () => Selection | null };
type Composed = Selection & {
  readonly getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
};

/** What is selected, as a range of its own. Within a shadow root it must be asked for by the root's name. */
function selectedRange(document: Document, root: Node): Range | null {
  const selection: Composed | null = document.getSelection();
  if (!selection) return null;
  if (!(root instanceof ShadowRoot)) return firstRange(selection);
  const composed = selection.getComposedRanges?.({ shadowRoots: [root] });
  if (!composed) return firstRange((root as Root).getSelection?.() ?? selection);
  const [{ startContainer, startOffset, endContainer, endOffset } = {}] = composed;
  const [isStartIn, isEndIn] = [startContainer, endContainer].map((node) => node?.getRootNode() === root);
  if (!isStartIn && !isEndIn) return null;
  const range = document.createRange();
  range.selectNodeContents(root);
  if (isStartIn && startContainer) range.setStart(startContainer, startOffset ?? 0);
  if (isEndIn && endContainer) range.setEnd(endContainer, endOffset ?? 0);
  return range;
}

function firstRange(selection: Selection): Range | null {
  return selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
}
