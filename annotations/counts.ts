/** What a set of annotations adds up to: by argument, outlet and month. What the reader dismissed is not counted. */
import { STANCES, type Stance } from '../engine/types';
import type { ArgumentId } from '../essays/types';
import type { Listed } from './listed';
import { localDay, publishedDay } from './local-day';
import { shownOf } from './shown';

export type StanceCounts = Readonly<Record<Stance, number>>;

/** Nothing counted yet. */
export const noStances = (): Record<Stance, number> => ({ echoes: 0, challenges: 0, relates: 0 });

/** The stances that occur in a count, in their order. */
export const stancesIn = (counts: StanceCounts): Stance[] => STANCES.filter((stance) => counts[stance] > 0);

/** A name with its claims by stance. */
export interface Counted<K extends string = string> {
  readonly key: K;
  readonly stances: StanceCounts;
  readonly total: number;
}

export interface Counts {
  readonly total: number;
  readonly stances: StanceCounts;
  readonly byArgument: ReadonlyMap<ArgumentId, Counted<ArgumentId>>;
  /** Most first. */
  readonly byOutlet: readonly Counted[];
  /** Months as `2026-03`, oldest first, those without claims left out; by the article's date, else the annotation's. */
  readonly byMonth: readonly Counted[];
  /** Outlet → argument → number. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<ArgumentId, number>>;
}

type Tally<K extends string = string> = { key: K; stances: Record<Stance, number>; total: number };

const empty = <K extends string>(key: K): Tally<K> => ({ key, stances: noStances(), total: 0 });

function add<K extends string>(to: Map<K, Tally<K>>, key: K, stance: Stance): void {
  const tally = to.get(key) ?? empty(key);
  tally.stances[stance] += 1;
  tally.total += 1;
  to.set(key, tally);
}

/** The month of an article or, where it gives no date, of its annotation: that of the day the list shows. */
function monthOf({ page, created }: Listed): string {
  return (publishedDay(page.published) || localDay(created)).slice(0, 7);
}

/** Counts annotations by what they are shown with. */
export function countsOf(list: Iterable<Listed>): Counts {
  const all = empty('');
  const byArgument = new Map<ArgumentId, Tally<ArgumentId>>();
  const byOutlet = new Map<string, Tally>();
  const byMonth = new Map<string, Tally>();
  const cells = new Map<string, Map<ArgumentId, number>>();
  for (const a of list) {
    const shown = a.verdict === 'dismissed' ? null : shownOf(a);
    if (!shown) continue;
    const { argument, stance } = shown;
    const { outlet } = a.page;
    all.stances[stance] += 1;
    all.total += 1;
    add(byArgument, argument, stance);
    add(byOutlet, outlet, stance);
    add(byMonth, monthOf(a), stance);
    const row = cells.get(outlet) ?? new Map<ArgumentId, number>();
    row.set(argument, (row.get(argument) ?? 0) + 1);
    cells.set(outlet, row);
  }
  return {
    total: all.total,
    stances: all.stances,
    byArgument,
    byOutlet: [...byOutlet.values()].sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1)),
    byMonth: [...byMonth.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    cells,
  };
}

/** Every month from the first to the last of a list, also those without claims; at most the latest `most`. */
export function withGaps(months: readonly Counted[], most = 36): Counted[] {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) return [];
  const known = new Map(months.map((month) => [month.key, month]));
  const filled: Counted[] = [];
  let [year = 0, month = 1] = last.key.split('-').map(Number);
  for (let i = 0; i < most; i++) {
    const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    filled.unshift(known.get(key) ?? empty(key));
    if (key <= first.key) break;
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
  }
  return filled;
}
