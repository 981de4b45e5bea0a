/** Saves as one types: a little after the last key, and at once when the editor is left. */

export type SaveState = 'saved' | 'saving' | 'failed';

interface Options<T> {
  readonly save: (value: T) => Promise<unknown>;
  readonly onState: (state: SaveState, thrown?: unknown) => void;
  /** Milliseconds of quiet before a write. */
  readonly delay?: number;
}

interface WriteThrough<T> {
  /** Notes a new value, to be saved soon. */
  readonly change: (value: T) => void;
  /** Saves at once whatever is not saved yet. */
  readonly flush: () => Promise<void>;
}

/**
 * Writes go one after the other, so that an older text never overtakes a newer one; of the values that pile up
 * meanwhile only the last is written. A write that fails is kept and tried again with the next change or flush.
 */
export function writeThrough<T>({ save, onState, delay = 300 }: Options<T>): WriteThrough<T> {
  let pending: { readonly value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (pending) {
      const taken = pending;
      pending = null;
      try {
        await save(taken.value);
      } catch (thrown) {
        // A newer value, if there is one, stands for the lost one.
        pending ??= taken;
        onState('failed', thrown);
        return;
      }
    }
    onState('saved');
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    if (writing) return writing;
    if (!pending) return Promise.resolve();
    writing = drain().finally(() => {
      writing = null;
    });
    return writing;
  }

  return {
    change(value) {
      pending = { value };
      onState('saving');
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delay);
    },
    flush,
  };
}
