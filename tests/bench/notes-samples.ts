/** Annotations for the bench of the notes: the same in every run. */
import type { Annotation } from '../../annotations/types';
import { arguments_ } from '../../essays/catalogue';

/** Numbers that look random and are the same in every run. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = Math.imul(state, 48_271) >>> 0;
    return (state % 1_000_000) / 1_000_000;
  };
}
const random = numbers(7);
/** Some are in many sentences, most in few. */
export const words = Array.from({ length: 20_000 }, () =>
  Array.from(
    { length: 3 + Math.floor(random() * 7) },
    () => 'abcdefghijklmnoprstuvwy'[Math.floor(random() * 23)],
  ).join(''),
);
/** A few words often, most of them seldom. */
const sentence = (length: number) =>
  Array.from({ length }, () => words[Math.floor(words.length * random() ** 3)]).join(' ');

/** So many annotations, eight to an article. */
export function annotations(count: number): Annotation[] {
  let page: Annotation['page'] | undefined;
  return Array.from({ length: count }, (_, i) => {
    if (!page || i % 8 === 0) {
      const key = `https://news.example/${i}`;
      const fingerprint = '0123456789abcdef'.repeat(4);
      page = {
        key,
        url: key,
        title: sentence(9),
        outlet: `Outlet ${i % 97}`,
        published: '2026-03-01',
        language: 'en',
        fingerprint,
      };
    }
    const exact = sentence(25);
    const time = new Date(Date.UTC(2025, 0, 1) + i * 60_000).toISOString();
    const argument = arguments_[i % arguments_.length]?.id ?? 'kelly/no-looming-choice';
    return {
      id: crypto.randomUUID(),
      page,
      target: {
        quote: { type: 'TextQuoteSelector', exact, prefix: sentence(5), suffix: sentence(5) },
        position: { type: 'TextPositionSelector', start: i, end: i + exact.length },
        paragraph: `${exact} ${sentence(20)}`,
        headline: page.title,
      },
      matches: [
        {
          argument,
          stance: 'echoes',
          confidence: 0.8,
          cues: [{ start: 0, end: 9 }],
          why: { actors: ['korea', 'us'], deciding: ['ally'], stanceWords: [] },
        },
      ],
      verdict: 'found',
      correction: null,
      note: '',
      tags: [],
      engine: '1.0.0',
      anchor: { state: 'anchored', span: { start: i, end: i + exact.length } },
      created: time,
      modified: time,
      touched: {},
    };
  });
}
