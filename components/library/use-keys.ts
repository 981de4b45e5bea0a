import { useSingleKeys } from '../use-single-keys';

export interface Keys {
  readonly onStep: (step: 1 | -1) => void;
  readonly onOpen: () => void;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
  readonly onEdit: () => void;
  readonly onUndo: () => void;
  readonly onRemove: () => void;
  readonly onPick: () => void;
  readonly onPickAll: () => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

const commandsOf = (keys: Keys): Readonly<Record<string, () => void>> => ({
  ArrowDown: () => keys.onStep(1),
  j: () => keys.onStep(1),
  ArrowUp: () => keys.onStep(-1),
  k: () => keys.onStep(-1),
  Enter: keys.onOpen,
  Escape: keys.onBack,
  c: keys.onConfirm,
  d: keys.onDismiss,
  e: keys.onEdit,
  u: keys.onUndo,
  Delete: keys.onRemove,
  x: keys.onPick,
  a: keys.onPickAll,
  '/': keys.onSearch,
  '?': keys.onHelp,
});

/** What goes on while its key is held. */
const HELD = new Set(['ArrowDown', 'j', 'ArrowUp', 'k']);

/** The library's single keys. */
export function useKeys(keys: Keys): void {
  useSingleKeys(commandsOf(keys), HELD);
}
