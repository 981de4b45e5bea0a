import { pick, type Random, shuffled } from '../random';
import type { Stock } from './corpus-words';
import { added, type Page, type Paragraph, type Sentence } from './page';
import { vocabularyOf, withEachWord, wordsIn } from './words';

/** What an edit may draw on. */
export interface Surroundings {
  readonly random: Random;
  /** Words and sentences of the rest of the corpus. */
  readonly others: Stock;
  /** The sentence whose quote is looked for afterwards. */
  readonly wanted: Sentence;
}

/** An edit of a page; `gone` says that the wanted sentence is no longer on it. */
interface Edit {
  readonly gone: boolean;
  readonly apply: (page: Page, around: Surroundings) => Page;
}

const keep = (apply: Edit['apply']): Edit => ({ gone: false, apply });
const lose = (apply: Edit['apply']): Edit => ({ gone: true, apply });

/** Kinds of edit of a page's text, by the name they have in the report. Changed markup is apart: see markup.ts. */
export const EDITS: Readonly<Record<string, Edit>> = {
  typos: keep((page, { random }) => withTexts(page, (text) => withTypos(text, 60, random))),
  'words-5': keep((page, around) => withTexts(page, (text) => withWords(text, 0.05, around))),
  'words-10': keep((page, around) => withTexts(page, (text) => withWords(text, 0.1, around))),
  'words-20': keep((page, around) => withTexts(page, (text) => withWords(text, 0.2, around))),
  'insert-sentences': keep((page, around) =>
    withSentences(page, (sentences) =>
      sentences.flatMap((s) => (around.random() < 0.3 ? [added(foreign(around)), s] : [s])),
    ),
  ),
  'delete-sentences': keep((page, { random, wanted }) =>
    withSentences(page, (sentences) => sentences.filter((s) => s === wanted || random() > 0.3)),
  ),
  'insert-paragraphs': keep((page, around) => ({
    ...page,
    paragraphs: page.paragraphs.flatMap((paragraph) =>
      around.random() < 0.3 ? [foreignParagraph(around), paragraph] : [paragraph],
    ),
  })),
  'delete-paragraphs': keep((page, { random, wanted }) =>
    withSentences(page, (sentences) => (sentences.includes(wanted) || random() > 0.3 ? sentences : [])),
  ),
  reorder: keep((page, { random }) => {
    const order = shuffled(page.paragraphs, random);
    return {
      ...page,
      paragraphs: page.paragraphs.map(({ before }, i) => ({ before, sentences: order[i]?.sentences ?? [] })),
    };
  }),
  // Not next to the original: side by side the two have the same surroundings, and no one could tell them apart.
  duplicate: keep((page, { random, wanted }) => {
    const own = page.paragraphs.findIndex(({ sentences }) => sentences.includes(wanted));
    const far = page.paragraphs.filter((_, i) => Math.abs(i - own) > 1);
    const elsewhere = far.length > 0 ? pick(far, random) : undefined;
    return withParagraphs(page, (paragraph) =>
      paragraph === elsewhere ? appended(paragraph, wanted.text) : paragraph,
    );
  }),
  'live-blog': keep((page, around) => {
    const [first, ...rest] = page.paragraphs;
    const fresh = Array.from({ length: 12 }, () => foreignParagraph(around));
    return { ...page, paragraphs: [...fresh, ...(first ? [first] : []), ...rest] };
  }),
  lookalike: lose((page, around) => {
    const lookalike = lookalikeOf(around);
    const left = without(page, around.wanted);
    const at = Math.floor(around.random() * left.paragraphs.length);
    return {
      ...left,
      paragraphs: left.paragraphs.map((paragraph, i) =>
        i === at ? appended(paragraph, lookalike) : paragraph,
      ),
    };
  }),
  'lookalike-in-place': lose((page, around) => {
    const lookalike = added(lookalikeOf(around), around.wanted.after);
    return withSentences(page, (sentences) => sentences.map((s) => (s === around.wanted ? lookalike : s)));
  }),
  deleted: lose((page, { wanted }) => without(page, wanted)),
  rewrite: lose((page, around) => ({
    ...page,
    paragraphs: page.paragraphs.map(({ before }) => ({ ...foreignParagraph(around), before })),
  })),
};

function withParagraphs(page: Page, change: (paragraph: Paragraph) => Paragraph): Page {
  return { ...page, paragraphs: page.paragraphs.map(change) };
}

function withSentences(page: Page, change: (sentences: readonly Sentence[]) => readonly Sentence[]): Page {
  return withParagraphs(page, ({ before, sentences }) => ({ before, sentences: change(sentences) }));
}

/** Changes all of a page's text, that around the article too. */
function withTexts(page: Page, change: (text: string) => string): Page {
  return {
    paragraphs: page.paragraphs.map(({ before, sentences }) => ({
      before: change(before),
      sentences: sentences.map((s) => ({ ...s, text: change(s.text) })),
    })),
    tail: change(page.tail),
  };
}

function without(page: Page, wanted: Sentence): Page {
  return withSentences(page, (sentences) => sentences.filter((s) => s !== wanted));
}

function appended({ before, sentences }: Paragraph, text: string): Paragraph {
  const last = sentences.at(-1);
  const parted = last ? [...sentences.slice(0, -1), { ...last, after: last.after || ' ' }] : [];
  return { before, sentences: [...parted, added(text, '')] };
}

function foreign({ others, random }: Surroundings): string {
  return pick(others.sentences, random);
}

function foreignParagraph(around: Surroundings): Paragraph {
  return { before: '\n\n', sentences: [added(foreign(around)), added(foreign(around), '')] };
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
function withWords(text: string, share: number, { random, others }: Surroundings): string {
  return withEachWord(text, (word) => (random() < share ? pick(others.words, random) : word));
}

/**
 * Another sentence that shares at least half of the wanted one's words, but not two in three: one of the corpus where
 * there is such a one, else the wanted one with as many words of the corpus put in.
 */
function lookalikeOf(around: Surroundings): string {
  const { wanted, random, others } = around;
  return others.lookalike(wanted.text, random) ?? madeLookalike(around);
}

function madeLookalike({ wanted, random, others }: Surroundings): string {
  const spots = wordsIn(wanted.text);
  const own = vocabularyOf(wanted.text);
  const strange = others.words.filter((word) => !own.has(word.toLowerCase()));
  const kept = Math.max(
    Math.ceil(spots.length * 0.5),
    Math.ceil(spots.length * (2 / 3)) - 1 - Math.floor(random() * 2),
  );
  const replaced = new Set(shuffled([...spots.keys()], random).slice(0, spots.length - kept));
  return withEachWord(wanted.text, (word, at) => (replaced.has(at) ? pick(strange, random) : word));
}
