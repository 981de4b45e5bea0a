import catalogue from './catalogue.json';
import type {
  Argument,
  ArgumentId,
  Essay,
  EssayId,
  InverseRelationType,
  RelatedArgument,
  RelationType,
} from './types';

/** The two essays, in the catalogue's order. */
export const essays = catalogue.essays as readonly Essay[];

/** All 28 arguments, in the order of the essays' paragraphs. (`arguments` is a reserved word.) */
export const arguments_ = catalogue.arguments as readonly Argument[];

const inverse: Readonly<Record<RelationType, InverseRelationType>> = {
  supports: 'supported-by',
  rebuts: 'rebutted-by',
  qualifies: 'qualified-by',
  answers: 'answered-by',
  explains: 'explained-by',
  parallels: 'parallels',
};

const essayById = new Map(essays.map((essay) => [essay.id, essay]));
const argumentById = new Map(arguments_.map((argument) => [argument.id, argument]));

/** Is this the id of one of the 28 arguments? For whatever comes from outside. */
export function isArgumentId(value: unknown): value is ArgumentId {
  return typeof value === 'string' && argumentById.has(value as ArgumentId);
}

/** The argument of an id. Throws a RangeError where there is none. */
export function argumentOf(id: ArgumentId): Argument {
  const argument = argumentById.get(id);
  if (!argument) throw new RangeError(`no argument "${id}" in the catalogue`);
  return argument;
}

/** The essay of an argument's id or of an essay's own id. Throws a RangeError where there is none. */
export function essayOf(id: ArgumentId | EssayId): Essay {
  const essay = essayById.get(id.split('/')[0] as EssayId);
  if (!essay) throw new RangeError(`no essay of "${id}" in the catalogue`);
  return essay;
}

/** Every relation of an argument, written at either end: first those it makes, then those made to it. */
export function relatedTo(id: ArgumentId): readonly RelatedArgument[] {
  const made = argumentOf(id).relations.map(({ type, to }) => ({ type, argument: argumentOf(to) }));
  const received = arguments_.flatMap((argument) =>
    argument.relations.filter(({ to }) => to === id).map(({ type }) => ({ type: inverse[type], argument })),
  );
  return [...made, ...received];
}
