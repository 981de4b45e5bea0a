import { describe, expect, it } from 'vitest';
import { PROBLEMS, type Problem, type ProblemKey, SHAPES } from '../../../exchange/problems';
import { readBytes, readFile } from '../../../exchange/reading';
import { annotation, LATER, NOW } from '../annotations/samples';

/** What is wrong with a file that holds one annotation with these fields. */
const problemsOf = (fields: object): readonly Problem[] =>
  // As text, where a field without a value is not there at all.
  readFile(
    JSON.stringify({
      format: 'tightrope-annotations',
      version: 1,
      annotations: [{ ...annotation(), ...fields }],
    }),
    NOW,
  ).errors.map(({ problem }) => problem);
const expected = (what: string, found: string) => [{ key: 'expected', values: [what, found] }];

describe('what a check found', () => {
  const { target } = annotation();
  const [match] = annotation().matches;
  it.each<[string, object, unknown]>([
    ['a number for a text', { note: 7 }, expected('text', '7')],
    ['an object for a list', { tags: {} }, expected('list', 'object')],
    ['a list for a text', { note: [] }, expected('text', 'list')],
    ['nothing', { note: undefined }, expected('"note"', 'nothing')],
    ['no object', { page: null }, expected('object', 'null')],
    ['no time', { created: 'today' }, expected('time', '"today"')],
    ['an empty id', { id: '' }, expected('id', '""')],
    ['an empty tag', { tags: [''] }, expected('tag', '""')],
    ['a page without a key', { page: { ...annotation().page, key: '' } }, expected('pageKey', '""')],
    [
      'an empty quote',
      { target: { ...target, quote: { ...target.quote, exact: '' } } },
      expected('quote', '""'),
    ],
    ['no argument', { matches: [{ ...match, argument: 'x/y' }] }, expected('argument', '"x/y"')],
    [
      'a span the wrong way round',
      { matches: [{ ...match, cues: [{ start: 2, end: 1 }] }] },
      expected('span', 'object'),
    ],
    [
      'half a letter',
      { matches: [{ ...match, cues: [{ start: 0.5, end: 1 }] }] },
      expected('wholeNumber', '0.5'),
    ],
    ['more than sure', { matches: [{ ...match, confidence: 2 }] }, expected('<=1', '2')],
    ['an id without end', { id: 'x'.repeat(101) }, [{ key: 'too-long', values: ['100', '101'] }]],
    [
      'a long text',
      { verdict: 'x'.repeat(999) },
      [{ key: 'expected', values: [expect.any(String), `"${'x'.repeat(58)}…`] }],
    ],
  ])('%s', (_, fields, problems) => expect(problemsOf(fields)).toEqual(problems));

  it('a text of the file is never taken for the name of a shape', () => {
    for (const name of SHAPES) expect(problemsOf({ verdict: name })[0]?.values[1]).toBe(`"${name}"`);
  });
});

it('every problem of a file is found in one, with a value for each gap', () => {
  const row = { id: 'a', uri: 'https://a.example/', target: [] };
  const seen = [
    '{',
    '}',
    '{}',
    '{"@context":"x"}',
    '{"format":"tightrope-annotations","version":2,"annotations":[]}',
    JSON.stringify({
      annotations: [
        row,
        { ...row, text: 'x' },
        { ...row, text: 'y', references: ['b'] },
        { ...row, references: ['a'] },
      ],
    }),
    JSON.stringify([{ url: 'https://a.example/', highlights: [{ text: '<br>' }, {}] }]),
    JSON.stringify({
      format: 'tightrope-annotations',
      version: 1,
      annotations: [],
      tombstones: [{ id: 'x'.repeat(101), pageKey: '', quoteHash: '', deleted: NOW }],
    }),
  ]
    .map((text) => new TextEncoder().encode(text))
    .concat(Uint8Array.of(0x92))
    .flatMap((bytes) => readBytes(bytes, LATER).errors.map(({ problem }) => problem));
  for (const { key, values } of seen) expect(values).toHaveLength(PROBLEMS[key].length);
  const ofTemplates: readonly ProblemKey[] = [
    'else-outside',
    'closes-nothing',
    'no-form',
    'never-closed',
    'no-name',
    'no-list',
    'is-list',
  ];
  expect(new Set([...seen.map(({ key }) => key), ...ofTemplates])).toEqual(new Set(Object.keys(PROBLEMS)));
  // They come out of a worker.
  expect(structuredClone(seen)).toEqual(seen);
});
