import { sentencesOf } from '../../engine/en/sentences';
import type { Span } from '../../engine/types';
import type { Block } from '../../messages/protocol';

/** A sentence that keeps its name through every edit, with the blanks between it and the next one. */
export interface Sentence {
  /** −1 for what an edit has put in. */
  readonly id: number;
  /** Where it stood in the page's text as read; −1 likewise. */
  readonly at: number;
  readonly text: string;
  readonly after: string;
}

/** A paragraph of the article, and what stands on the page before it: menus, captions, advertisements, blanks. */
export interface Paragraph {
  readonly before: string;
  readonly sentences: readonly Sentence[];
}

/** A page's text as the suite edits it. */
export interface Page {
  readonly paragraphs: readonly Paragraph[];
  /** What follows the article: comments, related links, footer. */
  readonly tail: string;
}

/** A page's text in one string, and where its sentences stand in it. */
export interface Rendered {
  readonly text: string;
  readonly spans: ReadonlyMap<number, Span>;
  readonly blocks: readonly Block[];
}

/** Blanks in a row (layout, blanked scripts) beyond which more would only make the suite slower. */
const MOST_BLANKS = 3000;

/** Takes a page's text apart. @param blocks the article's, as `findArticle` gives them */
export function pageOf(text: string, blocks: readonly Block[]): Page {
  let id = 0;
  let end = 0;
  const paragraphs = blocks.map((block): Paragraph => {
    const before = shorter(text.slice(end, block.start));
    end = block.start + block.text.length;
    const spans = sentencesOf(block.text);
    return {
      before,
      sentences: spans.map((span, i) => ({
        id: id++,
        at: block.start + span.start,
        text: block.text.slice(span.start, span.end),
        after: block.text.slice(span.end, spans[i + 1]?.start ?? block.text.length),
      })),
    };
  });
  return { paragraphs, tail: shorter(text.slice(end)) };
}

const shorter = (text: string) =>
  text.replace(/\s+/g, (blanks) => (blanks.length > MOST_BLANKS ? blanks.slice(0, MOST_BLANKS) : blanks));

/** Puts a page together again. */
export function render({ paragraphs, tail }: Page): Rendered {
  const spans = new Map<number, Span>();
  const blocks: Block[] = [];
  let text = '';
  for (const { before, sentences } of paragraphs) {
    text += before;
    const start = text.length;
    for (const sentence of sentences) {
      const end = text.length + sentence.text.length;
      if (sentence.id >= 0) spans.set(sentence.id, { start: text.length, end });
      text += sentence.text + sentence.after;
    }
    if (text.length > start) blocks.push({ start, kind: 'paragraph', text: text.slice(start) });
  }
  return { text: text + tail, spans, blocks };
}

/** A sentence put in by an edit. */
export const added = (text: string, after = ' '): Sentence => ({ id: -1, at: -1, text, after });

export const sentencesIn = (page: Page): Sentence[] =>
  page.paragraphs.flatMap(({ sentences }) => [...sentences]);
