/** What a scene is, and a record of what its screens asked for. */
import type { ImportOutcome, ImportSession, TakingProgress } from '../../components/exchange/use-taking';

export type Scene = (app: HTMLElement) => Promise<void> | void;

/** What the screens asked for, for tests to read: `calls` holds [name, …arguments]. */
export const calls: unknown[][] = [];
Object.assign(globalThis, { calls });
export const called =
  (name: string) =>
  (...given: unknown[]) => {
    calls.push([name, ...given]);
  };

/** An import that comes out at once; or that is still at it, and then never does. */
export function importOf(outcome: ImportOutcome, at?: TakingProgress): ImportSession {
  const work: ImportSession['take'] = (onProgress) => {
    if (!at) return Promise.resolve(outcome);
    onProgress(at);
    return new Promise(() => undefined);
  };
  return { tryOut: work, take: work, end: called('endOfImport') };
}
