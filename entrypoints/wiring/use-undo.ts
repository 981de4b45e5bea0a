import { useCallback, useRef, useState } from 'preact/hooks';
import { errorWords } from '../../components/errors';
import { t } from '../../components/i18n';
import type { ToastMessage } from '../../components/Toast';
import { type Busy, useBusy } from './use-busy';

export interface Undo extends Busy {
  readonly toast: ToastMessage | null;
  /** Says what was done, and remembers how to undo it. */
  readonly did: (text: string, undo?: () => Promise<unknown>) => void;
  /**
   * Remembers how to undo what needs no word, such as a note saved as it is typed. Of several in a row under one name
   * the first leads back behind all of them.
   */
  readonly didQuietly: (name: string, undo: () => Promise<unknown>) => void;
  /** Holds the next undoing back until an edit is done: a quick U must not undo the one before it. */
  readonly underWay: <T>(edit: Promise<T>) => Promise<T>;
  readonly failed: (thrown: unknown) => void;
  readonly undoLast: () => void;
  readonly closeToast: () => void;
}

/** What was done in this session, newest last, and its undoing one by one. */
export function useUndo(): Undo {
  const [toast, setToast] = useState<ToastMessage | null>(null);
  const busy = useBusy();
  const { during } = busy;
  const done = useRef<{ readonly name?: string; readonly undo: () => Promise<unknown> }[]>([]);
  const turn = useRef(0);

  const say = useCallback((message: Omit<ToastMessage, 'turn'>) => {
    turn.current += 1;
    setToast({ ...message, turn: turn.current });
  }, []);
  const failed = useCallback((thrown: unknown) => say({ text: errorWords(thrown), tone: 'error' }), [say]);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const underWay = useCallback(
    <T>(edit: Promise<T>) => {
      running.current = Promise.allSettled([running.current, edit]);
      return during(edit);
    },
    [during],
  );
  const undoLast = useCallback(() => {
    const undo = async () => {
      const last = done.current.pop();
      await last?.undo();
      say({ text: last ? t('library.undone') : t('library.nothingToUndo'), tone: 'done' });
    };
    void underWay(running.current.then(undo)).catch(failed);
  }, [say, failed, underWay]);
  const did = useCallback(
    (text: string, undo?: () => Promise<unknown>) => {
      if (undo) done.current.push({ undo });
      say({ text, tone: 'done', ...(undo ? { onUndo: undoLast } : {}) });
    },
    [say, undoLast],
  );
  const didQuietly = useCallback((name: string, undo: () => Promise<unknown>) => {
    if (done.current.at(-1)?.name !== name) done.current.push({ name, undo });
  }, []);
  return {
    ...busy,
    toast,
    did,
    didQuietly,
    underWay,
    failed,
    undoLast,
    closeToast: useCallback(() => setToast(null), []),
  };
}
