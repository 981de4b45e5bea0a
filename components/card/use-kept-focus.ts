import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Where what had the focus is drawn no more, its container has it: the keyboard stays there, before the next key. */
export function useKeptFocus(container: RefObject<HTMLElement | null>): void {
  const held = isFocused(container);
  useLayoutEffect(() => {
    if (held && !isFocused(container)) container.current?.focus({ preventScroll: true });
  });
}

const isFocused = ({ current }: RefObject<HTMLElement | null>) => current?.matches(':focus-within') ?? false;
