import { useLayoutEffect, useRef } from 'preact/hooks';
import { singleKey } from '../single-key';

/** Single keys of the queue, anywhere on the page but in fields and dialogs. */
export function useQueueKeys(commands: Readonly<Record<string, () => unknown>>): void {
  // Read at the key's own moment: effects come later than fast fingers.
  const latest = useRef(commands);
  latest.current = commands;
  // A layout effect, so that whoever sees the queue can already judge it.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      if (document.querySelector('dialog[open]')) return;
      if (target instanceof Element && target.closest('input, textarea, select')) return;
      const command = latest.current[singleKey(event)];
      if (!command) return;
      event.preventDefault();
      command();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
