import { useCallback, useRef, useState } from 'preact/hooks';
import { errorWords } from '../../components/errors';
import { t } from '../../components/i18n';
import type { ToastMessage } from '../../components/Toast';
import { type Busy, useBusy } from './use-busy';

export interface Undo extends Busy {
  readonly toast: ToastMessage | null;
  /**
   * Says what was done, and remembers how to undo it; `page`: the key of the one article it concerns. Where an undoing
   * gives a text, that is said in place of “Undone”.
   */
  readonly did: (text: string, undo?: () => Promise<unknown>, page?: string) => void;
  /**
   * Remembers how to undo what needs no word, such as a note saved as it is typed. Of several in a row under one name
   * the first leads back behind all of them.
   */
  readonly didQuietly: (name: string, undo: () => Promise<unknown>, page?: string) => void;
  /** Lets go of what was done on an article: what is forgotten must not come back by an undoing. */
  readonly letGoOf: (page: string) => void;
  /** Holds the next undoing back until an edit is done: a quick U must not undo the one before it. */
  readonly underWay: <T>(edit: Promise<T>) => Promise<T>;
  readonly failed: (thrown: unknown) => void;
  readonly undoLast: () => void;
  readonly closeToast: () => void;
}

interface Done {
  readonly name?: string;
  readonly page?: string | undefined;
  readonly undo: () => Promise<unknown>;
}

/** What was done in this session, newest last, and its undoing one by one. */
export function useUndo(): Undo {
  const [toast, setToast] = useState<ToastMessage | null>(null);
  const busy = useBusy();
  const { during } = busy;
  const done = useRef<Done[]>([]);
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
  /** Undoes what `choose` gives once every edit under way is done; nothing where it gives nothing. */
  const undoOne = useCallback(
    (choose: () => Done | undefined) => {
      const undo = async () => {
        const one = choose();
        if (!one) return;
        done.current = done.current.filter((other) => other !== one);
        const said = await one.undo();
        say({ text: typeof said === 'string' ? said : t('library.undone'), tone: 'done' });
      };
      void underWay(running.current.then(undo)).catch(failed);
    },
    [say, failed, underWay],
  );
  const undoLast = useCallback(
    () =>
      undoOne(() => {
        const last = done.current.at(-1);
        if (!last) say({ text: t('library.nothingToUndo'), tone: 'done' });
        return last;
      }),
    [say, undoOne],
  );
  const did = useCallback(
    (text: string, undo?: () => Promise<unknown>, page?: string) => {
      if (!undo) {
        say({ text, tone: 'done' });
        return;
      }
      const entry: Done = { undo, page };
      done.current.push(entry);
      // The toast undoes what it names: by the time it is pressed, a note may have been saved quietly after it.
      const onUndo = () => undoOne(() => done.current.find((one) => one === entry));
      say({ text, tone: 'done', onUndo });
    },
    [say, undoOne],
  );
  const didQuietly = useCallback((name: string, undo: () => Promise<unknown>, page?: string) => {
    if (done.current.at(-1)?.name !== name) done.current.push({ name, undo, page });
  }, []);
  const letGoOf = useCallback((page: string) => {
    done.current = done.current.filter((one) => one.page !== page);
  }, []);
  return {
    ...busy,
    toast,
    did,
    didQuietly,
    letGoOf,
    underWay,
    failed,
    undoLast,
    closeToast: useCallback(() => setToast(null), []),
  };
}
