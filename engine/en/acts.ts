import { type Role, STATE_ROLES } from './actors/types';
import type { Reading, Unit } from './units';

/** One actor doing something to another: "Washington pressed Seoul", "Seoul was warned by Beijing". */
export interface Act {
  readonly from: Role;
  readonly to: Role;
  /** Stem of the verb or noun. */
  readonly deed: string;
  /** The deed's place among the units. */
  readonly at: number;
}

/** Stems of what states do to each other in this dispute. */
const DEEDS = new Set(
  `press pressur urg warn ask demand push call want expect lobbi persuad retali punish sanction coerc threaten court
  woo support back shield protect influenc lean prod nudg exempt waiv reassur defend join align side criticis critic
  condemn blame accus rebuk object oppos impos restrain rein help aid suppli prop embrac tell told insist remind
  caution squeez boycott target contain abandon leav distanc resist defi reject refus declin appeas placat sooth
  court invit arm reli depend trust doubt`.split(/\s+/),
);

/** Units on either side of a deed among which its actors are looked for. */
const REACH = 9;
/** Words right before a deed that make it passive: "was urged by". */
const PASSIVE = new Set(['be', 'been', 'being', 'was', 'were', 'is', 'are', 'wa', 'got', 'get']);

const isState = (unit: Unit | undefined): unit is Unit & { role: Role } =>
  !!unit?.role && STATE_ROLES.has(unit.role);

function nearest(
  units: readonly Unit[],
  from: number,
  step: 1 | -1,
  skip: (unit: Unit) => boolean,
): Unit | undefined {
  for (let at = from + step, left = REACH; left > 0 && at >= 0 && at < units.length; at += step, left--) {
    const unit = units[at];
    if (unit && isState(unit) && !skip(unit)) return unit;
  }
  return undefined;
}

/** The unit of state after a preposition, looked for to the right of a deed. */
function after(units: readonly Unit[], at: number, prepositions: readonly string[]): Unit | undefined {
  for (let i = at + 1; i < Math.min(units.length, at + REACH); i++)
    if (prepositions.includes(units[i]?.surface ?? '')) return nearest(units, i, 1, () => false);
  return undefined;
}

/**
 * Who acts on whom, by position around a deed: active, passive ("was urged by"), and as a noun
 * ("pressure from Washington on Seoul"). Heuristic; it feeds the classifier and the card's "why".
 */
export function actsOf({ units }: Reading): Act[] {
  const acts: Act[] = [];
  units.forEach((unit, at) => {
    if (unit.role || !DEEDS.has(unit.form)) return;
    const left = nearest(units, at, -1, () => false);
    const passive = PASSIVE.has(units[at - 1]?.surface ?? '');
    const agent = after(units, at, passive ? ['by', 'from'] : ['from', 'by']);
    const right = nearest(units, at, 1, (u) => u === agent);
    const patient = agent ? (after(units, at, ['on', 'to', 'against', 'toward', 'towards']) ?? left) : right;
    const actor = agent ?? left;
    if (isState(actor) && isState(patient) && actor.role !== patient.role)
      acts.push({ from: actor.role, to: patient.role, deed: unit.form, at });
  });
  return acts;
}
