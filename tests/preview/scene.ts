/** What a scene is, and a record of what its screens asked for. */

export type Scene = (app: HTMLElement) => Promise<void> | void;

/** What the screens asked for, for tests to read: `calls` holds [name, …arguments]. */
export const calls: unknown[][] = [];
Object.assign(globalThis, { calls });
export const called =
  (name: string) =>
  (...given: unknown[]) => {
    calls.push([name, ...given]);
  };
