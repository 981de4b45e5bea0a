import type { Target } from '../../annotations/types';
import type { Span } from '../../engine/types';
import { anchor } from '../../page/anchoring/anchor';
import { Searchable } from '../../page/anchoring/searchable';
import { describe } from '../../page/selectors';
import type { CorpusArticle } from './corpus';
import { EDITS, type Page, type Sentence } from './edits';
import { type Random, randomOf, shuffled } from './random';

/** What became of the quotes under one kind of edit. */
export interface Tally {
  readonly kind: string;
  readonly cases: number;
  /** Anchored where it is; or, where the original is gone, not anchored. */
  readonly right: number;
  readonly uncertain: number;
  readonly orphaned: number;
  readonly wrong: number;
}

/** A case that came out wrong, to be looked at. */
export interface Mistake {
  readonly kind: string;
  readonly quote: string;
  readonly found: string;
}

export interface Report {
  readonly tallies: readonly Tally[];
  readonly mistakes: readonly Mistake[];
  /** Quotes left out because they stand on their page more than once. */
  readonly leftOut: number;
}

/** Anchored spans and true ones must share at least this much of what both cover. */
const OVERLAP = 0.5;
const BREAK = '\n\n';

/**
 * Edits every article in every way and looks for its quotes in what comes out.
 * @param perArticle quotes taken from each article for each kind of edit.
 */
export function runMutations(corpus: readonly CorpusArticle[], seed: number, perArticle: number): Report {
  const random = randomOf(seed);
  const words = [
    ...new Set(corpus.flatMap((a) => a.paragraphs.flat().flatMap((s) => s.match(/\p{L}{3,}/gu) ?? []))),
  ];
  const mistakes: Mistake[] = [];
  let leftOut = 0;
  const tallies = Object.entries(EDITS).map(([kind, edit]) => {
    const tally = { kind, cases: 0, right: 0, uncertain: 0, orphaned: 0, wrong: 0 };
    for (const article of corpus) {
      const others = corpus.filter((other) => other !== article);
      const page = named(article);
      const before = render(page);
      for (const wanted of quotes(page, perArticle, random)) {
        const span = before.spans.get(wanted.id);
        if (!span) continue;
        if (before.text.indexOf(wanted.text) !== before.text.lastIndexOf(wanted.text)) {
          leftOut++;
          continue;
        }
        const after = render(
          edit.apply(page, { random, words, others: others.length ? others : corpus, wanted }),
        );
        const truth = edit.gone ? undefined : after.spans.get(wanted.id);
        // What was drawn from elsewhere may be the very sentence: then it is not gone.
        if (edit.gone && after.text.includes(wanted.text)) continue;
        const target = targetOf(span, before.text, before.blocks);
        const outcome = judge(target, after.text, truth);
        tally.cases++;
        tally[outcome.verdict]++;
        if (outcome.verdict === 'wrong') mistakes.push({ kind, quote: wanted.text, found: outcome.found });
      }
    }
    return tally;
  });
  return { tallies, mistakes, leftOut };
}

function judge(target: Target, text: string, truth: Span | undefined) {
  const { state, span } = anchor(target, new Searchable(text));
  const found = span ? text.slice(span.start, span.end) : '';
  if (state !== 'anchored') return { verdict: truth ? state : 'right', found } as const;
  const right = truth && span && overlap(span, truth) >= OVERLAP;
  return { verdict: right ? 'right' : 'wrong', found } as const;
}

function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

function named(article: CorpusArticle): Page {
  let id = 0;
  return article.paragraphs.map((paragraph) => paragraph.map((text) => ({ id: id++, text })));
}

/** Sentences long enough to be claims, in chance order. */
function quotes(page: Page, count: number, random: Random): Sentence[] {
  return shuffled(
    page.flat().filter(({ text }) => text.split(/\s+/).length >= 5),
    random,
  ).slice(0, count);
}

function render(page: Page) {
  const spans = new Map<number, Span>();
  const blocks: { start: number; kind: 'paragraph'; text: string }[] = [];
  let text = '';
  for (const paragraph of page) {
    if (paragraph.length === 0) continue;
    const start = text.length;
    for (const sentence of paragraph) {
      if (text.length > start) text += ' ';
      if (sentence.id >= 0)
        spans.set(sentence.id, { start: text.length, end: text.length + sentence.text.length });
      text += sentence.text;
    }
    blocks.push({ start, kind: 'paragraph', text: text.slice(start) });
    text += BREAK;
  }
  return { text, spans, blocks };
}

function targetOf(span: Span, text: string, blocks: Parameters<typeof describe>[2]): Target {
  return describe(span, text, blocks);
}
