/** Annotations to look at: sentences of our own in the styles of the news. */
import type { Annotation, Page } from '../../annotations/types';
import type { Match, Stance } from '../../engine/types';
import { arguments_ } from '../../essays/catalogue';
import type { ArgumentId } from '../../essays/types';

const wire: Page = {
  key: 'https://www.example.org/seoul-weighs-reply',
  url: 'https://www.example.org/seoul-weighs-reply',
  title: 'Seoul weighs its reply as Beijing objects to new interceptors',
  authors: ['First Author', 'Second Author'],
  outlet: 'The Example Herald',
  published: '2026-05-12T08:00:00.000Z',
  language: 'en',
  fingerprint: '',
};
const editorial: Page = {
  ...wire,
  key: 'https://opinion.example.com/the-ally-next-door',
  url: 'https://opinion.example.com/the-ally-next-door',
  title: 'The ally next door',
  outlet: 'Example Review',
  published: '2026-04-02',
};

let made = 0;

function match(
  argument: ArgumentId,
  stance: Stance,
  confidence: number,
  text: string,
  cues: readonly string[],
): Match {
  return {
    argument,
    stance,
    confidence,
    cues: cues.map((cue) => ({ start: text.indexOf(cue), end: text.indexOf(cue) + cue.length })),
    why: {
      actors: ['china', 'korea', 'us'],
      direction: { from: 'china', to: 'korea' },
      deciding: cues,
      stanceWords: stance === 'challenges' ? cues.slice(-1) : [],
      runnerUp: { argument: 'diplomat/balance-may-not-last', behind: 0.31 },
    },
  };
}

export function annotation(
  text: string,
  links: readonly (readonly [ArgumentId, Stance, number, readonly string[]])[],
  extra: Partial<Annotation> = {},
): Annotation {
  made += 1;
  const start = made * 400;
  return {
    id: `sample-${made}`,
    page: wire,
    target: {
      quote: { type: 'TextQuoteSelector', exact: text, prefix: '', suffix: '' },
      position: { type: 'TextPositionSelector', start, end: start + text.length },
      paragraph: `Officials spoke on Tuesday. ${text} A vote is due in June.`,
      headline: 'Seoul weighs its reply',
    },
    matches: links.map(([argument, stance, confidence, cues]) =>
      match(argument, stance, confidence, text, cues),
    ),
    verdict: 'found',
    correction: null,
    note: '',
    tags: [],
    engine: '0.1.0',
    anchor: { state: 'anchored', span: { start, end: start + text.length } },
    created: '2026-05-12T09:00:00.000Z',
    modified: '2026-05-12T09:00:00.000Z',
    touched: {},
    ...extra,
  };
}

export const samples: readonly Annotation[] = [
  annotation(
    'A Chinese foreign ministry spokesman cautioned that Seoul would pay a price if it let the United States bring more interceptors to the peninsula.',
    [
      ['diplomat/china-pressure', 'echoes', 0.93, ['cautioned that Seoul would pay a price', 'interceptors']],
      ['diplomat/two-partner-dilemma', 'relates', 0.55, ['the United States']],
    ],
  ),
  annotation(
    'The trade minister said his country could not walk away from its biggest customer without wrecking the very industries its ally wants to buy from.',
    [['diplomat/gradual-decoupling', 'echoes', 0.81, ['could not walk away', 'biggest customer']]],
    { verdict: 'confirmed', note: 'Compare with the chip waiver of last autumn.', tags: ['trade', 'chips'] },
  ),
  annotation(
    'Nobody in the capital seriously believes that the day of choosing has come, a former ambassador said.',
    [['kelly/no-looming-choice', 'echoes', 0.72, ['Nobody', 'the day of choosing has come']]],
  ),
  annotation(
    'The time for sitting on the fence is over, and the ally knows it, the senator told reporters.',
    [
      ['kelly/no-looming-choice', 'challenges', 0.64, ['sitting on the fence is over']],
      ['diplomat/balance-may-not-last', 'echoes', 0.58, ['is over']],
    ],
  ),
  annotation(
    'Some 28,500 American troops remain in the country, as they have for decades.',
    [['kelly/bases-limit-drift', 'relates', 0.52, ['28,500 American troops']]],
    { anchor: { state: 'uncertain', reason: 'ambiguous' } },
  ),
  annotation(
    'Beijing repeated its warning against a three-way security pact.',
    [['diplomat/china-pressure', 'echoes', 0.88, ['warning', 'three-way security pact']]],
    { anchor: { state: 'orphaned', reason: 'text-gone' } },
  ),
  annotation(
    'An alliance signed in blood does not bend to a tariff, and every government in Seoul, of whatever colour, has ended by saying so.',
    [['kelly/treaty-ally-locked-in', 'echoes', 0.9, ['alliance signed in blood', 'of whatever colour']]],
    { page: editorial, created: '2026-04-03T07:00:00.000Z' },
  ),
  annotation(
    'A country that hosts a foreign army is not the hinge of anything.',
    [['kelly/courted-by-both', 'challenges', 0.69, ['not the hinge']]],
    {
      page: editorial,
      created: '2026-04-03T07:00:00.000Z',
      verdict: 'dismissed',
    },
  ),
  annotation(
    'Young Koreans stream American series and study in Boston, not in Shanghai.',
    [['kelly/society-tilts-american', 'echoes', 0.84, ['stream American series', 'not in Shanghai']]],
    {
      page: editorial,
      created: '2026-04-03T07:00:00.000Z',
      correction: { argument: 'kelly/only-marginal-shift', stance: 'relates' },
      touched: { correction: '2026-04-03T08:00:00.000Z' },
    },
  ),
];

/** A collection as it grows over a year and a half of reading: every argument, seven outlets, uneven. */
export function collected(): Annotation[] {
  const outlets = [
    'The Example Herald',
    'Example Review',
    'Example Times',
    'Morning Example',
    'Example Wire',
    '',
  ];
  const stances: readonly Stance[] = ['echoes', 'echoes', 'challenges', 'relates', 'challenges'];
  return arguments_.flatMap(({ id }, i) =>
    Array.from({ length: (i * 7) % 23 }, (_, n) => {
      const sample = samples[(i + n) % samples.length] as Annotation;
      const time = new Date(Date.UTC(2025, (i * 3 + n * n) % 17, 1 + (n % 27))).toISOString();
      const stance = stances[(i + n * (1 + (i % 3))) % stances.length] ?? 'relates';
      const outlet = outlets[(n * n + i) % outlets.length] ?? '';
      return {
        ...sample,
        id: `collected-${i}-${n}`,
        page: { ...sample.page, key: `https://www.example.org/${i}/${n}`, outlet, published: time },
        created: time,
        correction: { argument: id, stance },
        verdict: 'confirmed' as const,
      };
    }),
  );
}

/** Many annotations over many articles, for the windowed list. */
export function manySamples(count: number): Annotation[] {
  return Array.from({ length: count }, (_, i) => {
    const sample = samples[i % samples.length] as Annotation;
    const article = Math.floor(i / 7);
    return {
      ...sample,
      id: `many-${i}`,
      page: { ...sample.page, key: `https://www.example.org/${article}`, title: `Article number ${article}` },
    };
  });
}
