import type { CorpusArticle } from './corpus';
import { pick, type Random, shuffled } from './random';

/** A sentence that keeps its name through every edit. */
export interface Sentence {
  readonly id: number;
  readonly text: string;
}
export type Page = readonly (readonly Sentence[])[];

/** Words, apostrophes within them included. */
const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*/gu;

/** What an edit may draw on. */
export interface Surroundings {
  readonly random: Random;
  /** Words and articles of the rest of the corpus. */
  readonly words: readonly string[];
  readonly others: readonly CorpusArticle[];
  /** The sentence whose quote is looked for afterwards. */
  readonly wanted: Sentence;
}

/** An edit of a page; `gone` says that the wanted sentence is no longer on it. */
export interface Edit {
  readonly gone: boolean;
  readonly apply: (page: Page, around: Surroundings) => Page;
}

const keep = (apply: Edit['apply']): Edit => ({ gone: false, apply });
const lose = (apply: Edit['apply']): Edit => ({ gone: true, apply });
/** Sentences that are put in have no name of their own. */
const added = (text: string): Sentence => ({ id: -1, text });

/** Kinds of edit, by the name they have in the report. */
export const EDITS: Readonly<Record<string, Edit>> = {
  typos: keep((page, { random }) => texts(page, (text) => withTypos(text, 60, random))),
  'words-5': keep((page, around) => texts(page, (text) => withWords(text, 0.05, around))),
  'words-10': keep((page, around) => texts(page, (text) => withWords(text, 0.1, around))),
  'words-20': keep((page, around) => texts(page, (text) => withWords(text, 0.2, around))),
  'insert-sentences': keep((page, around) =>
    page.map((paragraph) =>
      paragraph.flatMap((s) => (around.random() < 0.3 ? [added(foreign(around)), s] : [s])),
    ),
  ),
  'delete-sentences': keep((page, { random, wanted }) =>
    page.map((paragraph) => paragraph.filter((s) => s === wanted || random() > 0.3)),
  ),
  'insert-paragraphs': keep((page, around) =>
    page.flatMap((paragraph) =>
      around.random() < 0.3 ? [foreignParagraph(around), paragraph] : [paragraph],
    ),
  ),
  'delete-paragraphs': keep((page, { random, wanted }) =>
    page.filter((paragraph) => paragraph.includes(wanted) || random() > 0.3),
  ),
  reorder: keep((page, { random }) => shuffled(page, random)),
  // Not next to the original: side by side the two have the same surroundings, and no one could tell them apart.
  duplicate: keep((page, { random, wanted }) => {
    const own = page.findIndex((paragraph) => paragraph.includes(wanted));
    const elsewhere = pick(
      page.filter((_, i) => Math.abs(i - own) > 1),
      random,
    );
    return page.map((paragraph) =>
      paragraph === elsewhere ? [...paragraph, added(wanted.text)] : paragraph,
    );
  }),
  'live-blog': keep((page, around) => [
    ...Array.from({ length: 12 }, () => foreignParagraph(around)),
    ...page,
  ]),
  markup: keep((page, { random }) => texts(page, (text) => otherMarkup(text, random))),
  lookalike: lose((page, around) => {
    const lookalike = added(lookalikeOf(around));
    const left = without(page, around.wanted);
    const at = Math.floor(around.random() * left.length);
    return left.map((paragraph, i) => (i === at ? [...paragraph, lookalike] : paragraph));
  }),
  'lookalike-in-place': lose((page, around) => {
    const lookalike = added(lookalikeOf(around));
    return page.map((paragraph) => paragraph.map((s) => (s === around.wanted ? lookalike : s)));
  }),
  deleted: lose((page, { wanted }) => without(page, wanted)),
  rewrite: lose((page, around) => page.map(() => foreignParagraph(around))),
};

function texts(page: Page, change: (text: string) => string): Page {
  return page.map((paragraph) => paragraph.map(({ id, text }) => ({ id, text: change(text) })));
}

function without(page: Page, wanted: Sentence): Page {
  return page.map((paragraph) => paragraph.filter((s) => s !== wanted));
}

function foreign({ others, random }: Surroundings): string {
  return pick(pick(others, random).paragraphs.flat(), random);
}

function foreignParagraph(around: Surroundings): Sentence[] {
  return [added(foreign(around)), added(foreign(around))];
}

/** One slip of the fingers for about so many letters: a letter doubled, left out, or swapped with the next. */
function withTypos(text: string, every: number, random: Random): string {
  return text.replace(/\p{L}{2}/gu, (pair) => {
    if (random() > 2 / every) return pair;
    const [a = '', b = ''] = pair;
    return pick([a + a + b, a, b + a], random);
  });
}

/** Replaces about this share of the words by others of the corpus. */
function withWords(text: string, share: number, { random, words }: Surroundings): string {
  return text.replace(WORD, (word) => (random() < share ? pick(words, random) : word));
}

/** Another sentence that shares at least half of the wanted one's words, but not two in three. */
function lookalikeOf({ wanted, random, words }: Surroundings): string {
  const spots = [...wanted.text.matchAll(WORD)];
  const own = new Set(spots.map(([word]) => word.toLowerCase()));
  const strange = words.filter((word) => !own.has(word.toLowerCase()));
  const kept = Math.max(
    Math.ceil(spots.length * 0.5),
    Math.ceil(spots.length * (2 / 3)) - 1 - Math.floor(random() * 2),
  );
  const replaced = new Set(shuffled([...spots.keys()], random).slice(0, spots.length - kept));
  let at = -1;
  return wanted.text.replace(WORD, (word) => {
    at++;
    return replaced.has(at) ? pick(strange, random) : word;
  });
}

/** The same words in other clothes: blanks, hyphens, quotes, capitals. */
function otherMarkup(text: string, random: Random): string {
  const change = pick<(t: string) => string>(
    [
      (t) => t.replace(/ /g, () => (random() < 0.3 ? '\u00a0' : ' ')),
      (t) => t.replace(/ /g, () => (random() < 0.2 ? '\n    ' : ' ')),
      (t) => t.replace(/\p{L}{8,}/gu, (word) => `${word.slice(0, 4)}\u00ad${word.slice(4)}`),
      (t) => t.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/[–—]/g, '-'),
      (t) =>
        t
          .replace(/"([^"]*)"/g, '“$1”')
          .replace(/'/g, '’')
          .replace(/fi/g, 'ﬁ'),
      (t) => t.normalize('NFD'),
    ],
    random,
  );
  return change(text);
}
