/** The adjustment of confidence from the reader's verdicts: worked out where it is needed, kept nowhere. */
import { type Adjustment, adjustmentOf, judgementsOf } from '../annotations/adjustment';
import type { Settings } from '../annotations/settings';
import { latestVerdicts } from '../store/annotations';
import type { Store } from '../store/database';

/** Verdicts that are counted, the latest: enough to learn from, few enough to read for every page. */
const MOST = 1000;

/**
 * What the latest verdicts say, whether or not it is in use.
 * @throws StoreError
 */
export async function learned(store: Store, { forgotten }: Settings): Promise<Adjustment> {
  return adjustmentOf(judgementsOf(await latestVerdicts(store, MOST), forgotten));
}

/**
 * The adjustment to use: none where the reader switched it off.
 * @throws StoreError
 */
export async function adjustmentInUse(store: Store, settings: Settings): Promise<Adjustment> {
  return settings.adjust ? learned(store, settings) : new Map();
}

/** The adjustment as a file to look at. */
export function adjustmentAsJson(adjustment: Adjustment, exported: string): string {
  const list = [...adjustment.values()].map(({ argument, right, wrong, shift }) => ({
    argument,
    confirmed: right,
    dismissed: wrong,
    shiftInLogOdds: Number(shift.toFixed(4)),
  }));
  return `${JSON.stringify({ format: 'tightrope-adjustment', version: 1, exported, arguments: list }, null, 1)}\n`;
}
