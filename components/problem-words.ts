/** What is wrong with a file or a template, in the reader's language. */
import { LONGEST_NAME } from '../annotations/saved-view';
import { t } from './i18n';

/** The shapes a value can have, or should; any other text stands as it is. */
const SHAPES: Readonly<Record<string, () => string>> = {
  text: () => t('shape.text'),
  number: () => t('shape.number'),
  wholeNumber: () => t('shape.wholeNumber'),
  object: () => t('shape.object'),
  list: () => t('shape.list'),
  nothing: () => t('shape.nothing'),
  span: () => t('shape.span'),
  argument: () => t('shape.argument'),
  time: () => t('shape.time'),
  quote: () => t('shape.quote'),
  position: () => t('shape.position'),
  id: () => t('shape.id'),
  tag: () => t('shape.tag'),
  pageKey: () => t('shape.pageKey'),
  view: () => t('shape.view', [LONGEST_NAME]),
  httpAddress: () => t('shape.httpAddress'),
  address: () => t('shape.address'),
  highlight: () => t('shape.highlight'),
};

const shape = (value: string): string =>
  (Object.hasOwn(SHAPES, value) ? SHAPES[value]?.() : undefined) ?? value;

/** A template's tag. In the catalogue braces would be gaps with names. */
const tag = (inner: string): string => `{{${inner}}}`;

type None = readonly [];
type One = readonly [string];
type Two = readonly [string, string];

/** The keys of exchange/problems.ts: where one is missing here, the wiring does not compile. */
const WORDS = {
  expected: ([expected, found]: Two) => t('problem.expected', [shape(expected), shape(found)]),
  'too-long': ([most, found]: Two) => t('problem.too_long', [most, found]),
  'no-unicode': (_: None) => t('problem.no_unicode'),
  'no-json': ([line, character]: Two) => t('problem.no_json', [line, character]),
  'cut-off': ([line]: One) => t('problem.cut_off', [line]),
  'no-export': ([expected, found]: Two) => t('problem.no_export', [shape(expected), shape(found)]),
  'no-collection': ([expected, found]: Two) => t('problem.no_collection', [shape(expected), shape(found)]),
  'newer-version': ([version, ours]: Two) => t('problem.newer_version', [version, ours]),
  'nothing-in-it': (_: None) => t('problem.nothing_in_it'),
  'no-such-annotation': (_: None) => t('problem.no_such_annotation'),
  'no-words': (_: None) => t('problem.no_words'),
  'only-markup': (_: None) => t('problem.only_markup'),
  'else-outside': (_: None) => t('problem.else_outside', [tag('else'), tag('#if')]),
  'closes-nothing': ([kind]: One) => t('problem.closes_nothing', [tag(`/${kind}`)]),
  'no-form': ([inner]: One) => t('problem.no_form', [tag(inner)]),
  'never-closed': ([kind, name]: Two) => t('problem.never_closed', [tag(`#${kind} ${name}`)]),
  'no-name': ([name, known]: Two) => t('problem.no_name', [name, known]),
  'no-list': ([name]: One) => t('problem.no_list', [name]),
  'is-list': ([name]: One) => t('problem.is_list', [name, tag(`#each ${name}`)]),
};

/** A problem as exchange/problems.ts has it. */
export type ProblemData = {
  [K in keyof typeof WORDS]: { readonly key: K; readonly values: Parameters<(typeof WORDS)[K]>[0] };
}[keyof typeof WORDS];

/** What is wrong, what was found, and the way out where there is one. */
export function problemWords({ key, values }: ProblemData): string {
  return (WORDS[key] as (values: readonly string[]) => string)(values);
}

/** What is wrong with a template, and in which line; undefined where something else was thrown. */
export function templateWords(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || thrown.name !== 'TemplateError') return undefined;
  const { line, problem } = thrown as Error & { readonly line: number; readonly problem: ProblemData };
  return t('template.problem', [line, problemWords(problem)]);
}
