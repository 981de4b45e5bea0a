/** What a file's head says of all its annotations; gathered before the first of them is written. */
import { noStances, type StanceCounts } from '../annotations/counts';
import { shownOf } from '../annotations/shown';
import type { Annotation, Page } from '../annotations/types';
import type { Stance } from '../engine/types';
import { arguments_ } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';

export interface Overview {
  readonly claims: number;
  /** The articles by their keys. */
  readonly keys: ReadonlySet<string>;
  /** The article, where all are of one; as its latest annotation has it. */
  readonly only: Page | null;
  /** Sorted, each once. */
  readonly tags: readonly string[];
  /** Those anything is shown with, in the catalogue's order. */
  readonly arguments: readonly ArgumentId[];
  /** Claims by argument and stance; those the reader dismissed are left out. */
  readonly stances: ReadonlyMap<ArgumentId, StanceCounts>;
}

export interface OverviewBuilder {
  readonly add: (annotation: Annotation) => void;
  readonly build: () => Overview;
}

/** Gathers an overview; the order in which annotations are added makes no difference. */
export function overviewBuilder(): OverviewBuilder {
  let claims = 0;
  let latest: Annotation | undefined;
  const keys = new Set<string>();
  const tags = new Set<string>();
  const mentioned = new Set<ArgumentId>();
  const stances = new Map<ArgumentId, Record<Stance, number>>();
  const isLater = (a: Annotation, b: Annotation) =>
    a.created === b.created ? a.id > b.id : a.created > b.created;
  return {
    add(annotation) {
      claims += 1;
      keys.add(annotation.page.key);
      if (!latest || isLater(annotation, latest)) latest = annotation;
      for (const tag of annotation.tags) tags.add(tag);
      const shown = shownOf(annotation);
      if (!shown) return;
      mentioned.add(shown.argument);
      if (annotation.verdict === 'dismissed') return;
      const counts = stances.get(shown.argument) ?? noStances();
      counts[shown.stance] += 1;
      stances.set(shown.argument, counts);
    },
    build: () => ({
      claims,
      keys,
      only: keys.size === 1 && latest ? latest.page : null,
      tags: [...tags].sort(),
      arguments: arguments_.flatMap(({ id }) => (mentioned.has(id) ? [id] : [])),
      stances,
    }),
  };
}

/** The overview of a list. */
export function overviewOf(annotations: readonly Annotation[]): Overview {
  const builder = overviewBuilder();
  for (const annotation of annotations) builder.add(annotation);
  return builder.build();
}
