import { useCallback, useRef, useState } from 'preact/hooks';

/** What is over sooner needs no word, which would only flash. */
export const BRIEF_MS = 300;

export interface Busy {
  /** Something has been under way for longer than one waits without a word. */
  readonly isBusy: boolean;
  /** Counts a piece of work as under way until it is settled; gives it back. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
}

/** Whether long work is under way of which nobody can say how far it is: one transaction over everything. */
export function useBusy(): Busy {
  const [isBusy, setBusy] = useState(false);
  const running = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const during = useCallback(<T>(work: Promise<T>) => {
    running.current += 1;
    timer.current ??= setTimeout(() => setBusy(true), BRIEF_MS);
    const end = () => {
      running.current -= 1;
      if (running.current > 0) return;
      clearTimeout(timer.current);
      timer.current = undefined;
      setBusy(false);
    };
    work.then(end, end);
    return work;
  }, []);
  return { isBusy, during };
}
