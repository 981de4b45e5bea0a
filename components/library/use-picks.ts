import { useMemo, useState } from 'preact/hooks';
import type { Listed } from '../../annotations/listed';

/** The claims picked, to be acted on at once. */
export interface Picks {
  /** Of those in the list: what is out of sight is not acted on. */
  readonly ids: ReadonlySet<string>;
  /** Picks a claim, or lets it go. */
  readonly toggle: (id: string) => void;
  readonly pickAll: () => void;
  readonly clear: () => void;
}

/** What is picked of a list; null while that is read. */
export function usePicks(claims: readonly Listed[] | null): Picks {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(
    () => new Set(claims?.flatMap(({ id }) => (picked.has(id) ? [id] : [])) ?? []),
    [claims, picked],
  );
  return {
    ids,
    toggle(id) {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setPicked(next);
    },
    pickAll: () => setPicked(new Set(claims?.map(({ id }) => id))),
    clear: () => setPicked(new Set()),
  };
}
