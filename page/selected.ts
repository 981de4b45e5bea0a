import type { Span } from '../engine/types';
import type { Reading } from './reading';

/** Selections outside these lengths (characters) are no claims. */
const SHORTEST = 12;
const LONGEST = 1500;

/** Text the reader has selected in the page; the span is over the page's text, blanks at its ends left out. */
export interface Selected {
  readonly range: Range;
  readonly span: Span;
}

/**
 * The reader's selection, if it is text of this article of a length that can be a claim; null otherwise. Where the page
 * holds one article only, any text of the page counts as its own.
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
  const length = span.end - span.start;
  const trimmed = length >= SHORTEST && length <= LONGEST ? pageText.rangeOf(span) : null;
  // The trimmed one: three clicks select up to the beginning of what comes next, which may be another article.
  return trimmed && reading.holds(trimmed.commonAncestorContainer) ? { range: trimmed, span } : null;
}

/** What is selected, as a range of its own; what is selected within a shadow root is not offered (yet). */
function selectedRange(document: Document, root: Node): Range | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || root instanceof ShadowRoot) return null;
  return selection.getRangeAt(0).cloneRange();
}
