import type { Classifiers } from './classifiers';
import { type Dataset, joined } from './dataset';
import { fitLinks } from './links';
import { fitStances } from './stances';

/** Sentences in groups that share their words and differ in the side they take: fitted on, never judged by. */
export interface Sided {
  /** They teach links and stances. */
  readonly contrasts: Dataset;
  /** They teach stances only: as examples of links they cost real news what opinion gains (docs/engine-trials.md). */
  readonly sides: Dataset;
}

/** The classifiers of both kinds. */
export interface Fitted {
  readonly links: Classifiers;
  readonly stances: Classifiers;
}

/** Links and stances, fitted on some examples and on what teaches the one or both. */
export function fitOn(dataset: Dataset, { contrasts, sides }: Sided): Fitted {
  const forLinks = joined(dataset, contrasts);
  const forStances = joined(forLinks, sides);
  return {
    links: fitLinks(forLinks.examples, forLinks.features),
    stances: fitStances(forStances.examples, forStances.features),
  };
}
