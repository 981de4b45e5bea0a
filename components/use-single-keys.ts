import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { singleKey } from './single-key';

/** Whether letters and signs are commands, as the reader has chosen: who dictates, or slips, has them off. */
export const SingleKeys = createContext({ isOn: true, choose: (_isOn: boolean): void => undefined });

const NONE: ReadonlySet<string> = new Set();

/** Is something being typed or chosen there, so that a letter is not a command? */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

/**
 * Commands by single keys, anywhere on the page but in fields and dialogs.
 * @param commands by what `singleKey` calls the key
 * @param held keys that go on while they are held; whatever else is done is done once
 */
export function useSingleKeys(
  commands: Readonly<Record<string, () => unknown>>,
  held: ReadonlySet<string> = NONE,
): void {
  const { isOn } = useContext(SingleKeys);
  // Read at the key's own moment: effects come later than fast fingers.
  const latest = useRef({ commands, isOn });
  latest.current = { commands, isOn };
  // A layout effect, so that whoever sees the page can already work it.
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
      const command = latest.current.commands[single];
      if (!command || (single.length === 1 && !latest.current.isOn)) return;
      event.preventDefault();
      if (!event.repeat || held.has(single)) command();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
