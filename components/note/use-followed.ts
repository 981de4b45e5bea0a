import { useEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds after the last key for which a field is under the reader's hands. */
const REST = 1_000;

interface Followed {
  readonly typed: string;
  /** The reader types. */
  readonly type: (text: string) => void;
}

/**
 * The text of a field that may be written in another tab or window meanwhile. It follows what is stored there, so that
 * the reader types on from it and not over it; but never under their hands.
 * @param isQuiet nothing of the reader's is on its way to the store
 */
export function useFollowed(stored: string, isQuiet: { readonly current: boolean }): Followed {
  const [typed, setTyped] = useState(stored);
  const lastKey = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!isQuiet.current) return;
    const follow = () => setTyped(stored);
    const since = performance.now() - lastKey.current;
    if (since >= REST) {
      follow();
      return;
    }
    // What they type meanwhile is the later word.
    const key = lastKey.current;
    const timer = setTimeout(() => key === lastKey.current && follow(), REST - since);
    return () => clearTimeout(timer);
  }, [stored]);
  const type = (text: string) => {
    lastKey.current = performance.now();
    setTyped(text);
  };
  return { typed, type };
}
