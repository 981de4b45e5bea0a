/** Annotations as they are stored, all fields filled by chance; what files and messages are made of before mangling. */
import type { ArgumentNote, PageNote } from '../../annotations/notes';
import { type Annotation, VERDICTS } from '../../annotations/types';
import { type Match, STANCES } from '../../engine/types';
import { arguments_ } from '../../essays/catalogue';
import { pick, type Random } from '../random';
import { hostileText } from './text';

const integer = (most: number, random: Random) => Math.floor(random() * most);
const timeOf = (random: Random) => new Date(1.6e12 + integer(2e11, random)).toISOString();
const span = (random: Random) => {
  const start = integer(500, random);
  return { start, end: start + integer(200, random) };
};

function matchOf(random: Random): Match {
  return {
    argument: pick(arguments_, random).id,
    stance: pick(STANCES, random),
    confidence: random(),
    cues: [span(random)],
    why: {
      actors: ['korea', 'us'],
      direction: { from: 'us', to: 'korea' },
      deciding: [hostileText(random, 3)],
      stanceWords: [],
    },
  };
}

const pageOf = (random: Random): Annotation['page'] => ({
  key: `https://news.example/${integer(40, random)}`,
  url: `https://www.news.example/${integer(40, random)}?${encodeURIComponent(hostileText(random, 3).replace(/[\ud800-\udfff]/g, ''))}`,
  title: hostileText(random, 8),
  outlet: hostileText(random, 3),
  ...(random() < 0.5 && { authors: [hostileText(random, 2)] }),
  published: pick(['', '2024-05-01', '2024-05-01T08:00:00.000Z'], random),
  language: pick(['en', 'ko', ''], random),
  fingerprint: '',
});

/** A valid annotation; its texts are hostile. */
export function annotationOf(random: Random): Annotation {
  const created = timeOf(random);
  const verdict = pick(VERDICTS, random);
  const exact = hostileText(random, 12) || 'Seoul decides.';
  return {
    id: `id-${integer(1000, random)}`,
    page: pageOf(random),
    target: {
      quote: {
        type: 'TextQuoteSelector',
        exact,
        prefix: hostileText(random, 3),
        suffix: hostileText(random, 3),
      },
      position: { type: 'TextPositionSelector', ...span(random) },
      paragraph: hostileText(random, 12),
      headline: hostileText(random, 5),
    },
    matches: [matchOf(random)],
    verdict,
    correction:
      random() < 0.2 ? { argument: pick(arguments_, random).id, stance: pick(STANCES, random) } : null,
    note: random() < 0.4 ? hostileText(random, 20) : '',
    tags: random() < 0.3 ? [hostileText(random, 2) || 'tag'] : [],
    engine: '1.0.0',
    anchor: { state: 'anchored', span: span(random) },
    created,
    modified: created,
    touched: verdict === 'found' ? {} : { verdict: created },
  };
}

export const argumentNoteOf = (random: Random): ArgumentNote => ({
  argument: pick(arguments_, random).id,
  text: hostileText(random, 10),
  modified: timeOf(random),
});

export const pageNoteOf = (random: Random): PageNote => ({
  page: pageOf(random),
  text: hostileText(random, 10),
  modified: timeOf(random),
});
