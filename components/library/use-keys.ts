/** The library's single keys, and what each does to the list as it stands. */
import { useSingleKeys } from '../use-single-keys';
import type { ClaimsProps } from './Claims';
import { type Row, stepFrom } from './rows';
import { type Front, LISTBOX } from './use-front';
import type { Picks } from './use-picks';

/** The list as it stands. */
interface List {
  readonly rows: readonly Row[];
  readonly front: Front;
  readonly picks: Picks;
}

/** What goes on while its key is held. */
const HELD = new Set(['ArrowDown', 'j', 'ArrowUp', 'k']);

export function useKeys(props: ClaimsProps, { rows, front, picks }: List): void {
  const { view, collection, edits, onView, onDialog } = props;
  const { id: active } = view;
  const step = (by: 1 | -1) => onView({ ...view, id: stepFrom(rows, active, by) });
  const open = () => {
    if (active !== null) front.bring('detail', '.library-detail');
  };
  const back = () => {
    if (picks.ids.size) picks.clear();
    else front.bring('list', LISTBOX);
  };
  /** The claim that is chosen, where the list has it. */
  const chosen = () => collection.claims?.find(({ id }) => id === active);
  const judge = (verdict: 'confirmed' | 'dismissed') => {
    const claim = chosen();
    if (claim && claim.verdict !== 'added')
      edits.onVerdict(claim.id, claim.verdict === verdict ? 'found' : verdict);
  };
  const remove = () => {
    const claim = chosen();
    if (claim) edits.onRemove(claim.id);
  };
  const pick = () => {
    if (active !== null) picks.toggle(active);
  };
  const commands = {
    ArrowDown: () => step(1),
    j: () => step(1),
    ArrowUp: () => step(-1),
    k: () => step(-1),
    Enter: open,
    Escape: back,
    c: () => judge('confirmed'),
    d: () => judge('dismissed'),
    e: () => front.bring('detail', '#note'),
    u: edits.onUndo,
    Delete: remove,
    x: pick,
    a: picks.pickAll,
    '/': () => front.bring('list', '#library-search'),
    '?': () => onDialog('keys'),
  };
  useSingleKeys(commands, HELD);
}
