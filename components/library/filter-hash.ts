/** The library's filter in its address, so that a view can be bookmarked. */
import type { AnnotationFilter } from '../../annotations/filter';
import { type AnchorState, VERDICTS } from '../../annotations/types';
import { STANCES } from '../../engine/types';
import { essays, isArgumentId } from '../../essays/catalogue';

export interface LibraryView {
  readonly filter: AnnotationFilter;
  /** The annotation in the detail pane. */
  readonly id: string | null;
}

export const ANCHOR_STATES: readonly AnchorState[] = ['anchored', 'uncertain', 'orphaned'];

/** Those of the values under a name that are in a list; an address can say anything. */
function known<T extends string>(params: URLSearchParams, name: string, values: readonly T[]): T[] {
  const asked = params.getAll(name);
  return values.filter((value) => asked.includes(value));
}

/** Reads `#essay=…&stance=…&id=…`; what is unknown in it is passed over. */
export function viewOfHash(hash: string): LibraryView {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const [essay] = known(
    params,
    'essay',
    essays.map(({ id }) => id),
  );
  const ids = params.getAll('argument').filter(isArgumentId);
  const stances = known(params, 'stance', STANCES);
  const verdicts = known(params, 'verdict', VERDICTS);
  const anchors = known(params, 'place', ANCHOR_STATES);
  const tags = params.getAll('tag').filter(Boolean);
  const outlets = params.getAll('outlet').filter(Boolean);
  const text = params.get('text');
  const pageKey = params.get('page');
  return {
    filter: {
      ...(essay ? { essay } : {}),
      ...(ids.length ? { arguments: ids } : {}),
      ...(stances.length ? { stances } : {}),
      ...(verdicts.length ? { verdicts } : {}),
      ...(anchors.length ? { anchors } : {}),
      ...(tags.length ? { tags } : {}),
      ...(outlets.length ? { outlets } : {}),
      ...(text ? { text } : {}),
      ...(pageKey ? { pageKey } : {}),
    },
    id: params.get('id'),
  };
}

/** The hash of a view, empty for the plain one; `viewOfHash` of it is the view again. */
export function hashOf({ filter, id }: LibraryView): string {
  const params = new URLSearchParams();
  const add = (name: string, values: readonly string[] | undefined) => {
    for (const value of values ?? []) params.append(name, value);
  };
  add('essay', filter.essay ? [filter.essay] : []);
  add('argument', filter.arguments);
  add('stance', filter.stances);
  add('verdict', filter.verdicts);
  add('place', filter.anchors);
  add('tag', filter.tags);
  add('outlet', filter.outlets);
  add('text', filter.text ? [filter.text] : []);
  add('page', filter.pageKey !== undefined ? [filter.pageKey] : []);
  add('id', id === null ? [] : [id]);
  const text = params.toString();
  return text === '' ? '' : `#${text}`;
}

/** Does the filter leave everything in? */
export const isPlain = (filter: AnnotationFilter): boolean => hashOf({ filter, id: null }) === '';
