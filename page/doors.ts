/**
 * Where our scripts on a page meet: one that is put beside the annotator later leaves what it makes in the extension's
 * own global scope, under a name the annotator knows.
 */

/** Leaves something at a door, for the annotator to find. */
export function openDoor(door: string, value: unknown): void {
  Object.defineProperty(globalThis, door, { value, configurable: true });
}

/** Forgets what a script of an older copy of the extension left, which may work otherwise. */
export function closeDoor(door: string): void {
  Reflect.deleteProperty(globalThis, door);
}

/** What a script left at a door. An element of the page under that name is no property of the scope's own. */
export function behindDoor(door: string): unknown {
  const value: unknown = Object.getOwnPropertyDescriptor(globalThis, door)?.value;
  return typeof value === 'function' ? value : undefined;
}
