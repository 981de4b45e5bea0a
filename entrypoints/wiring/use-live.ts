import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

interface Live<T> {
  /** The answer to what is asked now; undefined until it comes. */
  readonly value: T | undefined;
  /** The latest answer, be it to what was asked before: for what may stay in sight until the next one comes. */
  readonly last: T | undefined;
  readonly error: unknown;
}

/**
 * What a query of the store gives, again whenever what it read changes, in whatever context.
 * @param query null: nothing to ask yet
 * @param deps asked anew when one of them changes
 */
export function useLive<T>(query: (() => Promise<T>) | null, deps: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Omit<Live<T>, 'value'> & { readonly deps: readonly unknown[] }>({
    last: undefined,
    error: null,
    deps,
  });
  useEffect(() => {
    if (!query) {
      setLive({ last: undefined, error: null, deps });
      return;
    }
    const subscription = liveQuery(query).subscribe({
      next: (last) => setLive({ last, error: null, deps }),
      error: (error: unknown) => setLive({ last: undefined, error, deps }),
    });
    return () => subscription.unsubscribe();
  }, deps);
  // Where something else is asked by now, the answer would be taken for that one's.
  const isCurrent = deps.every((dep, i) => Object.is(dep, live.deps[i]));
  const { last } = live;
  return isCurrent ? { value: last, last, error: live.error } : { value: undefined, last, error: null };
}
