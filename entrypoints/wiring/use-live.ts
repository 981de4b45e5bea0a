import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

export interface Live<T> {
  /** undefined until the first answer. */
  readonly value: T | undefined;
  readonly error: unknown;
}

/**
 * What a query of the store gives, again whenever what it read changes, in whatever context.
 * @param query null: nothing to ask yet
 * @param deps asked anew when one of them changes
 */
export function useLive<T>(query: (() => Promise<T>) | null, deps: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ value: undefined, error: null });
  useEffect(() => {
    if (!query) {
      setLive({ value: undefined, error: null });
      return;
    }
    const subscription = liveQuery(query).subscribe({
      next: (value) => setLive({ value, error: null }),
      error: (error: unknown) => setLive({ value: undefined, error }),
    });
    return () => subscription.unsubscribe();
  }, deps);
  return live;
}
