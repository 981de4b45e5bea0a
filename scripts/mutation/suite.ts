import type { Target } from '../../annotations/types';
import type { Span } from '../../engine/types';
import { anchor } from '../../page/anchoring/anchor';
import { type Folded, fold, foldedOffset } from '../../page/anchoring/fold';
import { Searchable } from '../../page/anchoring/searchable';
import { describe } from '../../page/anchoring/selectors';
import { type Random, randomOf, shuffled } from '../random';
import { type CorpusPage, isQuotable } from './corpus';
import { CorpusWords } from './corpus-words';
import { EDITS } from './edits';
import { remark } from './markup';
import { type Rendered, render, type Sentence, sentencesIn } from './page';
import { openPage } from './saved-page';

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
interface Mistake {
  readonly kind: string;
  readonly page: string;
  readonly quote: string;
  readonly found: string;
}

/** A page whose markup can't be changed a second time, and why. */
interface Failure {
  readonly name: string;
  readonly reason: string;
}

interface Report {
  readonly tallies: readonly Tally[];
  readonly mistakes: readonly Mistake[];
  /** Quotes left out because they stand on their page twice with the same surroundings. */
  readonly twins: number;
  /** Cases left out because what should have gone was put in again, word for word, from elsewhere in the corpus. */
  readonly returned: number;
  readonly failures: readonly Failure[];
}

/** Every kind of edit, by the name it has in the report. */
export const KINDS: readonly string[] = [...Object.keys(EDITS), 'markup'];

/** Anchored spans and true ones must share at least this much of what both cover. */
const OVERLAP = 0.5;
/** Folded characters on either side that make the surroundings of two places the same. */
const SURROUNDINGS = 24;
/** Quotes looked for in one and the same change of markup. */
const PER_MARKUP = 4;

/** A sentence with what a reader's note of it would hold. */
interface Quote {
  readonly sentence: Sentence;
  readonly target: Target;
}

/**
 * Edits every page in every way and looks for its quotes in what comes out.
 * @param perPage quotes taken from each page for each kind of edit; on a short page some are taken again.
 * @param reserve more pages to take words and sentences from, for a corpus of few.
 */
export function runMutations(
  corpus: readonly CorpusPage[],
  seed: number,
  perPage: number,
  reserve: readonly CorpusPage[] = [],
): Report {
  const tallies = new Map(KINDS.map((kind) => [kind, emptyTally()]));
  const mistakes: Mistake[] = [];
  const failures: Failure[] = [];
  let twins = 0;
  let returned = 0;
  const words = CorpusWords.of([...corpus, ...reserve]);
  for (const [number, source] of corpus.entries()) {
    const before = render(source.page);
    const all = sentencesIn(source.page).filter(({ text }) => isQuotable(text));
    const foldedBefore = fold(before.text);
    const quotable = all.filter((sentence) => !hasTwin(sentence, before, foldedBefore));
    twins += all.length - quotable.length;
    if (quotable.length === 0) continue;
    const others = words.without(source);
    const count = (kind: string, quote: Quote, text: Searchable, truth: Span | undefined) => {
      const { verdict, found } = judge(quote.target, text, truth);
      const tally = tallies.get(kind) ?? emptyTally();
      tally.cases++;
      tally[verdict]++;
      if (verdict === 'wrong') mistakes.push({ kind, page: source.name, quote: quote.sentence.text, found });
    };
    for (const [i, [kind, edit]] of Object.entries(EDITS).entries()) {
      const random = randomOf(seed * 1_000_003 + number * 101 + i);
      for (const wanted of taken(quotable, perPage, random)) {
        const span = before.spans.get(wanted.id);
        if (!span) continue;
        const after = render(edit.apply(source.page, { random, others, wanted }));
        const text = new Searchable(after.text);
        if (edit.gone && text.folded.text.includes(fold(wanted.text).text)) {
          returned++;
          continue;
        }
        const target = describe(span, before.text, before.blocks);
        count(kind, { sentence: wanted, target }, text, edit.gone ? undefined : after.spans.get(wanted.id));
      }
    }
    try {
      const random = randomOf(seed * 1_000_003 + number * 101 + 100);
      const wanted = taken(quotable, perPage, random);
      for (let i = 0; i < wanted.length; i += PER_MARKUP)
        remarkedQuotes(source, wanted.slice(i, i + PER_MARKUP), random, (...found) =>
          count('markup', ...found),
        );
    } catch (problem) {
      failures.push({
        name: source.name,
        reason: problem instanceof Error ? problem.message : String(problem),
      });
    }
  }
  return {
    tallies: [...tallies].map(([kind, tally]) => ({ kind, ...tally })),
    mistakes,
    twins,
    returned,
    failures,
  };
}

const emptyTally = () => ({ cases: 0, right: 0, uncertain: 0, orphaned: 0, wrong: 0 });

/** The quotes in the page whose markup was changed, with where they went. */
function remarkedQuotes(
  { html, text }: CorpusPage,
  wanted: readonly Sentence[],
  random: Random,
  each: (quote: Quote, text: Searchable, truth: Span | undefined) => void,
): void {
  const document = openPage(html());
  try {
    const spans = wanted.map((sentence) => ({ start: sentence.at, end: sentence.at + sentence.text.length }));
    const after = remark(document, spans, random);
    const searchable = new Searchable(after.text);
    for (const [i, span] of spans.entries()) {
      const [sentence, truth] = [wanted[i], after.spans[i]];
      if (sentence && truth) each({ sentence, target: describe(span, text, []) }, searchable, truth);
    }
  } finally {
    document.defaultView?.close();
  }
}

function judge(target: Target, text: Searchable, truth: Span | undefined) {
  const { state, span } = anchor(target, text);
  const found = span ? text.text.slice(span.start, span.end) : '';
  if (state !== 'anchored') return { verdict: truth ? state : 'right', found } as const;
  const right = truth && span && overlap(span, truth) >= OVERLAP;
  return { verdict: right ? 'right' : 'wrong', found } as const;
}

function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Sentences in chance order, from the beginning again where there are too few. */
function taken(sentences: readonly Sentence[], count: number, random: Random): Sentence[] {
  const order = shuffled(sentences, random);
  return Array.from({ length: count }, (_, i) => order[i % order.length]).filter((s) => s !== undefined);
}

/** Whether the sentence stands on its page a second time with the same surroundings: no one could tell which is meant. */
function hasTwin(sentence: Sentence, { spans }: Rendered, folded: Folded): boolean {
  const span = spans.get(sentence.id);
  if (!span) return false;
  const [start, end] = [foldedOffset(folded, span.start), foldedOffset(folded, span.end)];
  const whole = folded.text.slice(Math.max(0, start - SURROUNDINGS), end + SURROUNDINGS);
  const at = folded.text.indexOf(whole);
  return at >= 0 && folded.text.indexOf(whole, at + 1) >= 0;
}
