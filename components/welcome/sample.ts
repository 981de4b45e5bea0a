import type { Annotation } from '../../annotations/types';

/** The live example's sentences: our own, in the language the engine reads. */
export const BEFORE = 'The foreign ministry declined to comment on the report.';
export const AFTER = 'A vote in parliament is expected next month.';
const CLAIM =
  'Chinese officials have cautioned Seoul that hosting more American interceptors would cost it dearly.';

const cue = (words: string) => ({ start: CLAIM.indexOf(words), end: CLAIM.indexOf(words) + words.length });

/** A claim as the card gets it. */
export const EXAMPLE: Annotation = {
  id: 'example',
  page: {
    key: 'text:example',
    url: '',
    title: '',
    outlet: '',
    published: '',
    language: 'en',
    fingerprint: '',
  },
  target: {
    quote: { type: 'TextQuoteSelector', exact: CLAIM, prefix: '', suffix: '' },
    position: { type: 'TextPositionSelector', start: 0, end: CLAIM.length },
    paragraph: CLAIM,
    headline: '',
  },
  matches: [
    {
      argument: 'diplomat/china-pressure',
      stance: 'echoes',
      confidence: 0.93,
      cues: [cue('cautioned Seoul'), cue('American interceptors'), cue('cost it dearly')],
      why: {
        actors: ['china', 'korea', 'us'],
        direction: { from: 'china', to: 'korea' },
        deciding: ['cautioned', 'interceptors', 'cost it dearly'],
        stanceWords: [],
        runnerUp: { argument: 'diplomat/balance-may-not-last', behind: 0.41 },
      },
    },
  ],
  verdict: 'found',
  correction: null,
  note: '',
  tags: [],
  engine: '',
  anchor: { state: 'anchored', span: { start: 0, end: CLAIM.length } },
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  touched: {},
};
