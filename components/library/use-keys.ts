import { useLayoutEffect, useRef } from 'preact/hooks';
import { singleKey } from '../single-key';

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

/** Is something being typed or chosen there, so that a letter is not a command? */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
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

/** What goes on while its key is held; whatever else is done is done once. */
const HELD = new Set(['ArrowDown', 'j', 'ArrowUp', 'k']);

/** The library's single keys, anywhere on the page but in fields and dialogs. */
export function useKeys(keys: Keys): void {
  // Read at the key's own moment: effects come later than fast fingers.
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      // A dialog keeps its keys even where the focus fell out of it, as when the pressed button goes.
      if (document.querySelector('dialog[open]')) return;
      const { target, key } = event;
      if (isTyping(target)) {
        if (key === 'Escape' && target instanceof HTMLElement) target.blur();
        return;
      }
      // Enter on a button or link is that button's.
      if (key === 'Enter' && target instanceof Element && target.closest('button, a, summary')) return;
      const single = singleKey(event);
      const command = commandsOf(latest.current)[single];
      if (!command) return;
      event.preventDefault();
      if (!event.repeat || HELD.has(single)) command();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
