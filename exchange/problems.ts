/**
 * What can be wrong with a file or a template, as data: the interface says it in the reader's language
 * (components/problem-words.ts), and it passes through a worker's port as it is.
 */
import type * as v from 'valibot';
import { EXPECTED } from '../annotations/schemas';

/** Each problem, and what fills the gaps of its words, in order. */
export const PROBLEMS = {
  /** A value of another shape than is asked for: both are names of `SHAPES`, or stand as in the file. */
  expected: ['expected', 'found'],
  'too-long': ['characters at most', 'characters found'],
  'no-unicode': [],
  /** Of line and character, from 1: where it stops being JSON. */
  'no-json': ['line', 'character'],
  'cut-off': ['line'],
  'no-export': ['expected', 'found'],
  'no-collection': ['expected', 'found'],
  'newer-version': ['of the file', 'the latest we read'],
  'nothing-in-it': [],
  'no-such-annotation': [],
  'no-words': [],
  'only-markup': [],

  // Of a template; `kind` is `if` or `each`.
  'else-outside': [],
  'closes-nothing': ['kind'],
  'no-form': ['what stands between the braces'],
  'never-closed': ['kind', 'name'],
  'no-name': ['name', 'the names there are'],
  'no-list': ['name'],
  'is-list': ['name'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ProblemKey = keyof typeof PROBLEMS;

type ValuesFor<Gaps extends readonly string[]> = { readonly [I in keyof Gaps]: string };

/** One problem: what it is, and its values, one for each gap. Plain data, fit for `structuredClone`. */
export type Problem = {
  [K in ProblemKey]: {
    readonly key: K;
    readonly values: ValuesFor<(typeof PROBLEMS)[K]>;
  };
}[ProblemKey];

/** What values of other tools' files must be, beside what annotations ask for. */
export const FOREIGN = {
  httpAddress: 'an http address',
  address: 'an address',
  highlight: 'the highlighted text',
} as const;

/** Our names for what is expected or found, by what the checks call it. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ ...EXPECTED, ...FOREIGN }).map(([name, words]) => [words, name] as const),
  ['string', 'text'],
  ['number', 'number'],
  ['Object', 'object'],
  ['Array', 'list'],
  ['undefined', 'nothing'],
]);

/** The names of shapes. Where a value is none of them it stands as in the file: quoted, or no word at all. */
export const SHAPES: readonly string[] = [...NAMES.values(), 'wholeNumber'];

/** What is expected and what is there, in a length one can read: a file's own text may be the whole of what is there. */
export function shapesOf(issue: v.BaseIssue<unknown>): readonly [expected: string, found: string] {
  const { type, message, expected, received } = issue;
  // Of an empty text the check names the length alone.
  const found = type === 'non_empty' ? JSON.stringify(issue.input) : received;
  return [
    type === 'safe_integer' ? 'wholeNumber' : (NAMES.get(message) ?? named(expected ?? message)),
    found.length > 60 ? `${found.slice(0, 59)}…` : named(found),
  ];
}

const named = (text: string): string => NAMES.get(text) ?? text;

/** What a check found wrong, as a problem. */
export function problemOf(issue: v.BaseIssue<unknown>): Problem {
  if (issue.type === 'max_length')
    return { key: 'too-long', values: [String(issue.requirement), issue.received] };
  return { key: 'expected', values: shapesOf(issue) };
}
