/** A filter's conditions, set one at a time. */
import type { AnnotationFilter } from '../../annotations/filter';

/** The filter in force, and what another is given to. */
export interface FilterProps {
  readonly filter: AnnotationFilter;
  readonly onFilter: (filter: AnnotationFilter) => void;
}

/** A filter with one condition set, or taken out where there is no value. */
export function having<K extends keyof AnnotationFilter>(
  filter: AnnotationFilter,
  name: K,
  value: AnnotationFilter[K] | undefined,
): AnnotationFilter {
  const { [name]: _, ...rest } = filter;
  return value === undefined ? rest : { ...rest, [name]: value };
}

/** What sets one condition of the filter in force. */
export const setterOf =
  ({ filter, onFilter }: FilterProps) =>
  <K extends keyof AnnotationFilter>(name: K, value: AnnotationFilter[K] | undefined): void =>
    onFilter(having(filter, name, value));

/** One value of a list filter: a choice sets one at a time, an address may hold more. */
export const only = <T>(value: T | undefined): readonly T[] | undefined =>
  value === undefined ? undefined : [value];
