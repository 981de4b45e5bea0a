/** Annotations for tests, with whatever a test cares about put in. */
import type { Annotation, Page, Target } from '../../../annotations/types';
import type { Match } from '../../../engine/types';

export const NOW = '2026-03-01T08:00:00.000Z';
export const LATER = '2026-03-02T08:00:00.000Z';

export const page: Page = {
  key: 'https://news.example/world/seoul-weighs-its-allies-2026',
  url: 'https://www.news.example/world/seoul-weighs-its-allies-2026?utm_source=x',
  title: 'Seoul weighs its allies',
  outlet: 'Example News',
  published: '2026-02-28T06:00:00.000Z',
  language: 'en',
  fingerprint: '',
};

export function match(over: Partial<Match> = {}): Match {
  return {
    argument: 'kelly/treaty-ally-locked-in',
    stance: 'echoes',
    confidence: 0.8,
    cues: [{ start: 0, end: 5 }],
    why: { actors: ['korea', 'us'], deciding: ['ally'], stanceWords: [] },
    ...over,
  };
}

export function target(exact: string, start = 100, over: Partial<Target['quote']> = {}): Target {
  return {
    quote: { type: 'TextQuoteSelector', exact, prefix: 'before ', suffix: ' after', ...over },
    position: { type: 'TextPositionSelector', start, end: start + exact.length },
    paragraph: exact,
    headline: page.title,
  };
}

export function annotation(over: Partial<Annotation> = {}): Annotation {
  const where = over.target ?? target('Seoul will stay with its treaty ally, the minister said.');
  const { start, end } = where.position;
  return {
    id: 'a1',
    page,
    target: where,
    matches: [match()],
    verdict: 'found',
    correction: null,
    note: '',
    tags: [],
    engine: '1.0.0',
    anchor: { state: 'anchored', span: { start, end } },
    created: NOW,
    modified: NOW,
    touched: {},
    ...over,
  };
}
