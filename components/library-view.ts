/** What the library shows, and that in its address, so that a view can be bookmarked and linked to. */
import type { AnnotationFilter } from '../annotations/filter';
import { localDay, startOfDay } from '../annotations/local-day';
import { ORDERS, type Order } from '../annotations/order';
import { ANCHOR_STATES, VERDICTS } from '../annotations/types';
import { STANCES } from '../engine/types';
import { essays, isArgumentId } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import { tagRenamed } from './Tags';

/** The library's screens. */
export const SCREENS = ['claims', 'arguments', 'figures', 'queue'] as const;
export type Screen = (typeof SCREENS)[number];

export interface LibraryView {
  readonly screen: Screen;
  /** The argument whose page is open. */
  readonly of: ArgumentId | null;
  readonly filter: AnnotationFilter;
  readonly order: Order;
  /** The annotation in the detail pane. */
  readonly id: string | null;
}

/** Those of the values under a name that are in a list; an address can say anything. */
function known<T extends string>(params: URLSearchParams, name: string, values: readonly T[]): T[] {
  const asked = params.getAll(name);
  return values.filter((value) => asked.includes(value));
}

/** The plain view: every claim in the first of the orders, none chosen. */
export const PLAIN: LibraryView = { screen: 'claims', of: null, filter: {}, order: ORDERS[0], id: null };

/** A day such as `2026-03-01` of the reader's calendar, as a filter's time; undefined for anything else. */
const dayIn = (params: URLSearchParams, name: string): string | undefined =>
  startOfDay(params.get(name) ?? '');

/** A day as it is written; undefined for anything else. */
const writtenDayIn = (params: URLSearchParams, name: string): string | undefined => {
  const day = params.get(name) ?? '';
  return startOfDay(day) && day;
};

/** A probability as hundredths, 1 to 100; undefined for anything else. */
function hundredthsIn(params: URLSearchParams, name: string): number | undefined {
  const n = Number(params.get(name));
  return Number.isInteger(n) && n >= 1 && n <= 100 ? n / 100 : undefined;
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
  // The empty one is that of what names no outlet: pasted text.
  const outlets = params.getAll('outlet');
  const text = params.get('text');
  const pageKey = params.get('page');
  const [from, to] = [dayIn(params, 'from'), dayIn(params, 'to')];
  const publishedFrom = writtenDayIn(params, 'published-from');
  const publishedTo = writtenDayIn(params, 'published-to');
  const confidence = hundredthsIn(params, 'sure');
  const of = params.get('of');
  return {
    screen: known(params, 'screen', SCREENS)[0] ?? 'claims',
    of: isArgumentId(of) ? of : null,
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
      ...(params.get('mine') === 'yes' ? { mine: true as const } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(publishedFrom ? { publishedFrom } : {}),
      ...(publishedTo ? { publishedTo } : {}),
      ...(confidence ? { confidence } : {}),
    },
    order: known(params, 'order', ORDERS)[0] ?? PLAIN.order,
    id: params.get('id'),
  };
}

/** The hash of a view, empty for the plain one; `viewOfHash` of it is the view again. */
export function hashOf({ screen, of, filter, order, id }: LibraryView): string {
  const params = new URLSearchParams();
  const add = (name: string, values: readonly string[] | undefined) => {
    for (const value of values ?? []) params.append(name, value);
  };
  add('screen', screen === 'claims' ? [] : [screen]);
  add('of', of === null ? [] : [of]);
  add('essay', filter.essay ? [filter.essay] : []);
  add('argument', filter.arguments);
  add('stance', filter.stances);
  add('verdict', filter.verdicts);
  add('place', filter.anchors);
  add('tag', filter.tags);
  add('outlet', filter.outlets);
  add('text', filter.text ? [filter.text] : []);
  add('page', filter.pageKey !== undefined ? [filter.pageKey] : []);
  add('mine', filter.mine ? ['yes'] : []);
  add('from', filter.from ? [localDay(filter.from)] : []);
  add('to', filter.to ? [localDay(filter.to)] : []);
  add('published-from', filter.publishedFrom ? [filter.publishedFrom] : []);
  add('published-to', filter.publishedTo ? [filter.publishedTo] : []);
  add('sure', filter.confidence ? [String(Math.round(filter.confidence * 100))] : []);
  add('order', order === PLAIN.order ? [] : [order]);
  add('id', id === null ? [] : [id]);
  const text = params.toString();
  return text === '' ? '' : `#${text}`;
}

/** The view where a tag of its filter has another name; the same view where it does not ask for that tag. */
export function viewRenamed(view: LibraryView, tag: string, name: string): LibraryView {
  const { tags = [] } = view.filter;
  const next = tagRenamed(tags, tag, name);
  return next === tags ? view : { ...view, filter: { ...view.filter, tags: next } };
}

/** Does the filter leave everything in? */
export const isPlain = (filter: AnnotationFilter): boolean => hashOf({ ...PLAIN, filter }) === '';

/** A link to a view, for an `href`. */
export const hrefOf = (view: Partial<LibraryView>): string => hashOf({ ...PLAIN, ...view }) || '#';
