import type { FeatureGroup } from './en/feature-groups';
import { isStopWord } from './en/stop-words';
import type { Unit } from './en/units';
import type { Model } from './model';
import type { Span } from './types';

/** A claim shows at most this share of its words as cues … */
const MOST_WORDS = 0.36;
/** … and no more than carry this share of what spoke for the match. */
const ENOUGH = 0.75;

/**
 * How much each unit of the sentence speaks for one argument: the weights of its features, each shared
 * among the units it was read from.
 * @param column the argument's, in the table of links
 * @param onPoint how much the weights of "on any point" count beside the argument's own
 * @param units how many there are
 * @returns a number for each unit, in logits
 */
export function supportOf(
  groups: readonly FeatureGroup[],
  model: Model,
  column: number,
  onPoint: number,
  units: number,
): Float64Array {
  const support = new Float64Array(units);
  const any = model.links.outputs - 1;
  for (const { name, features } of groups) {
    const value = (model.header.scales[name] ?? 0) / Math.sqrt(features.length || 1);
    if (value === 0) continue;
    for (const { hash, from, to } of features) {
      if (from === to) continue;
      const row = model.links.rowOf(hash);
      if (row < 0) continue;
      const weight = value * (model.links.weightAt(row, column) + onPoint * model.links.weightAt(row, any));
      for (let unit = from; unit < to; unit++) support[unit] = (support[unit] ?? 0) + weight / (to - from);
    }
  }
  return support;
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Whether a reader learns anything from the word: not from "it", "and" or the "Q" of a transcript, but from a denial. */
export const canBeCue = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (/^(?:not|no)$/.test(unit.surface) || !(isStopWord(unit.surface) || /^\p{L}$/u.test(unit.surface)));

/**
 * The units that decided: strongest first until enough is explained or the cues would cover too much.
 * @param support as `supportOf` gives it
 * @param text the sentence
 * @returns places among the units
 */
export function decidingUnits(units: readonly Unit[], support: Float64Array, text: string): number[] {
  const budget = Math.max(1, Math.floor(wordsIn(text) * MOST_WORDS));
  const ranked = [...units.keys()]
    .filter((at) => (support[at] ?? 0) > 0 && canBeCue(units[at]))
    .sort((a, b) => (support[b] ?? 0) - (support[a] ?? 0));
  const total = ranked.reduce((sum, at) => sum + (support[at] ?? 0), 0);
  const chosen: number[] = [];
  let [words, explained] = [0, 0];
  for (const at of ranked) {
    const size = wordsIn(units[at]?.surface ?? '');
    if (words + size > budget) continue;
    chosen.push(at);
    words += size;
    explained += support[at] ?? 0;
    if (explained >= ENOUGH * total) break;
  }
  return chosen;
}

/**
 * Spans of chosen units, in order, neighbours joined where nothing but space or a hyphen parts them.
 * @param chosen places among the units
 * @returns half-open spans of the text in UTF-16 code units
 */
export function spansOf(units: readonly Unit[], chosen: readonly number[], text: string): Span[] {
  const spans: Span[] = [];
  for (const at of [...chosen].sort((a, b) => a - b)) {
    const unit = units[at];
    if (!unit) continue;
    const last = spans.at(-1);
    if (last && /^[\s-]*$/.test(text.slice(last.end, unit.start)))
      spans[spans.length - 1] = { start: last.start, end: unit.end };
    else spans.push({ start: unit.start, end: unit.end });
  }
  return spans;
}
