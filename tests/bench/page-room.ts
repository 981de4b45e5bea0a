/** What is measured in the page, as the global `bench`. */
import { Readability } from '@mozilla/readability';
import type { Target } from '../../annotations/types';
import type { Span } from '../../engine/types';
import { anchor } from '../../page/anchoring/anchor';
import { Searchable } from '../../page/anchoring/searchable';
import { describe } from '../../page/anchoring/selectors';
import { findArticle } from '../../page/article/find-article';
import { PageText } from '../../page/article/text';
import { createPainter, type Mark } from '../../page/drawing/painter';
import { headline, leadingText } from '../../page/sentinel/sentinel';
import { isOnSubject } from '../../page/sentinel/subject';
import { matchQuote } from './hypothesis';

const QUOTES = 100;
const SAMPLES = 11;

export interface Timing {
  /** Milliseconds of one call: the median of the samples. */
  readonly ms: number;
  /** As a multiple of what it is compared with, sampled in turns with it: what else the machine does falls on both. */
  readonly ratio: number;
}

function time(work: () => unknown, base: () => unknown = floor): Timing {
  const samplers = [base, work].map(sampler);
  const samples: number[][] = [[], []];
  for (let i = 0; i < SAMPLES; i++)
    for (const [which, sample] of samplers.entries()) samples[which]?.push(sample());
  const [reference = 1, ms = Number.NaN] = samples.map(
    (list) => list.sort((a, b) => a - b)[SAMPLES >> 1] ?? Number.NaN,
  );
  return { ms, ratio: ms / reference };
}

/** One sample: as many calls as the clock needs. The first calls, which compile the code, do not count. */
function sampler(work: () => unknown): () => number {
  const timed = (times: number) => {
    const began = performance.now();
    for (let i = 0; i < times; i++) work();
    return (performance.now() - began) / times;
  };
  timed(2);
  const times = Math.max(1, Math.ceil(2 / Math.max(timed(1), 0.02)));
  return () => timed(times);
}

/** The least anyone must do: walk the text nodes and concatenate. */
function floor(): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) text += node.nodeValue;
  return text;
}

/** A hundred sentences spread over the article, as their Ranges. */
function sentences(): { ranges: Range[]; targets: Target[] } {
  const pageText = new PageText(document.body);
  const { blocks } = findArticle(document, pageText);
  const all = blocks.flatMap((block) =>
    [...block.text.matchAll(/[^.!?]{40,}[.!?]/g)].map((found) => ({
      start: block.start + found.index,
      end: block.start + found.index + found[0].length,
    })),
  );
  const chosen = Array.from({ length: QUOTES }, (_, i) => all[Math.floor((i * all.length) / QUOTES)]);
  const spans = chosen.filter((span) => span !== undefined);
  return {
    ranges: spans.flatMap((span) => pageText.rangeOf(span) ?? []),
    targets: spans.map((span) => describe(span, pageText.text, blocks)),
  };
}

function findAll(targets: readonly Target[]): (Range | null)[] {
  const pageText = new PageText(document.body);
  const searchable = new Searchable(pageText.text);
  return targets.map((target) => {
    const { state, span } = anchor(target, searchable);
    return span && state === 'anchored' ? pageText.rangeOf(span) : null;
  });
}

/** Where a place in a text node went. */
type Moved = (node: Node, offset: number) => number;

/** Replaces one word in ten of the page's text, always the same ones. @returns where places in its text nodes went */
function edit(): Moved {
  const shifts = new Map<Node, { readonly end: number; readonly by: number }[]>();
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed / 4294967296;
  };
  const words = [...new Set(floor().match(/\p{L}{4,}/gu))].slice(0, 2000);
  const walker = document.createTreeWalker(
    document.querySelector('article') ?? document.body,
    NodeFilter.SHOW_TEXT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own: { end: number; by: number }[] = [];
    let by = 0;
    node.nodeValue = (node.nodeValue ?? '').replace(/\p{L}+/gu, (word, at: number) => {
      const put = random() < 0.1 ? (words[Math.floor(random() * words.length)] ?? word) : word;
      by += put.length - word.length;
      own.push({ end: at + word.length, by });
      return put;
    });
    shifts.set(node, own);
  }
  return (node, offset) => offset + (shifts.get(node)?.findLast(({ end }) => end <= offset)?.by ?? 0);
}

/** What became of quotes in the edited page, of all of them: the share right, and the share wrong. */
function outcome(found: readonly (Span | null)[], truth: readonly Span[]): { right: number; wrong: number } {
  let right = 0;
  let wrong = 0;
  for (const [i, span] of found.entries()) {
    const own = truth[i];
    if (!span || !own) continue;
    const shared = Math.min(span.end, own.end) - Math.max(span.start, own.start);
    if (shared / (Math.max(span.end, own.end) - Math.min(span.start, own.start)) >= 0.5) right++;
    else wrong++;
  }
  return { right, wrong };
}

function measure() {
  const { ranges, targets } = sentences();
  const { blocks } = findArticle(document, new PageText(document.body));
  const found = () => findAll(targets).filter((range) => range !== null).length;
  const painter = createPainter(document, () => 'light');
  const marks = ranges.map(
    (range, i): Mark => ({ id: String(i), range, essay: 'kelly', stance: 'echoes', state: 'anchored' }),
  );
  const unchanged = {
    quotes: targets.length,
    floor: time(floor),
    find: time(() => findAll(targets)),
    found: found(),
    describe: time(() => {
      const pageText = new PageText(document.body);
      return ranges.map((range) => {
        const span = pageText.spanOf(range);
        return span && describe(span, pageText.text, blocks);
      });
    }),
    paint: time(() => painter.paint(marks, 'highlight')),
    sentinel: time(() => isOnSubject(headline(document), leadingText(document))),
    article: time(
      () => findArticle(document, new PageText(document.body)),
      () => new Readability(document.cloneNode(true) as Document).parse(),
    ),
  };
  painter.clear();
  const ends = ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => ({
    startContainer,
    startOffset,
    endContainer,
    endOffset,
  }));
  const moved = edit();
  const pageText = new PageText(document.body);
  const truth = ends.map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, moved(startContainer, startOffset));
    range.setEnd(endContainer, moved(endContainer, endOffset));
    return pageText.spanOf(range) ?? { start: 0, end: 0 };
  });
  const searchable = new Searchable(pageText.text);
  const ours = targets.map((target) => {
    const { state, span } = anchor(target, searchable);
    return state === 'anchored' && span ? span : null;
  });
  const edited = time(() => findAll(targets));
  // Once: it takes a second and more.
  const began = performance.now();
  const theirs = targets.map((target) => matchQuote(target, pageText.text));
  const took = performance.now() - began;
  return {
    ...unchanged,
    edited,
    editedOutcome: outcome(ours, truth),
    hypothesis: { ms: took, ratio: took / unchanged.floor.ms },
    hypothesisOutcome: outcome(theirs, truth),
  };
}

export type Figures = ReturnType<typeof measure>;

Object.assign(globalThis, { bench: { measure } });
