/** Where the arguments and their relations stand on the map. Units: the rows' heights, and hundredths of the width. */
import { arguments_, essays } from '../../essays/catalogue';
import { essayIdOf } from '../../essays/ids';
import type { ArgumentId, EssayId, RelationType } from '../../essays/types';

interface Line {
  readonly from: ArgumentId;
  readonly to: ArgumentId;
  readonly type: RelationType;
  /** SVG path in the map's units. */
  readonly path: string;
}

/** Height of the map in rows: the longer essay's arguments. */
export const ROWS = Math.max(...essays.map(({ id }) => idsOf(id).length));
export const ROW = 48;
export const WIDTH = 300;
const EDGE = 20;

/** An essay's arguments, in the order of its paragraphs. */
export function idsOf(essay: EssayId): ArgumentId[] {
  return arguments_.filter((argument) => argument.essay === essay).map(({ id }) => id);
}

/** The middle of an argument's node. */
export function placeOf(id: ArgumentId): { readonly x: number; readonly y: number } {
  const essay = essayIdOf(id);
  const ids = idsOf(essay);
  const step = (ROWS * ROW) / ids.length;
  return { x: essay === 'diplomat' ? EDGE : WIDTH - EDGE, y: step * (ids.indexOf(id) + 0.5) };
}

/** Every relation as a line: across to the other essay, or in an arc to a neighbour in the same one. */
export const lines: readonly Line[] = arguments_.flatMap(({ id, relations }) =>
  relations.map(({ to, type }) => {
    const [a, b] = [placeOf(id), placeOf(to)];
    const bend = a.x === b.x ? (a.x < WIDTH / 2 ? 1 : -1) * (20 + Math.min(70, Math.abs(a.y - b.y) / 4)) : 0;
    const [ca, cb] = bend ? [a.x + bend, b.x + bend] : [WIDTH / 2, WIDTH / 2];
    return { from: id, to, type, path: `M${a.x} ${a.y}C${ca} ${a.y} ${cb} ${b.y} ${b.x} ${b.y}` };
  }),
);

/** Whether a relation speaks for the other argument, or against it. */
export const isOpposing = (type: RelationType): boolean =>
  type === 'rebuts' || type === 'answers' || type === 'qualifies';

/** Radius of a node with `n` claims where the largest has `largest`: its area grows with the number. */
export function radiusOf(n: number, largest: number): number {
  return n === 0 ? 4 : 5 + 11 * Math.sqrt(n / Math.max(1, largest));
}
