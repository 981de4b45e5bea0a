/** An import or a restoring, step by step: tried out first, taken when the reader says so, ended at any time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorWords } from '../errors';
import type { ProblemData } from '../problem-words';

/** What an import did, or would do; the shape of services/import/importing.ts. */
export interface ImportOutcome {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Notes on arguments and articles. */
  readonly notes: number;
  /** Views of the library that have a name. */
  readonly views: number;
  /** Claims deleted elsewhere that will not be found here. */
  readonly deletions: number;
  readonly errors: readonly {
    readonly record: number;
    readonly path: string;
    readonly problem: ProblemData;
  }[];
}

export interface TakingProgress {
  readonly step: 'reading' | 'checking' | 'comparing' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** One import under way; the shape of services/import/import-session.ts. */
export interface ImportSession {
  readonly tryOut: (onProgress: (progress: TakingProgress) => void) => Promise<ImportOutcome>;
  readonly take: (onProgress: (progress: TakingProgress) => void) => Promise<ImportOutcome>;
  readonly end: () => void;
}

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'busy'; readonly progress: TakingProgress }
  | { readonly at: 'tried'; readonly outcome: ImportOutcome }
  | { readonly at: 'done'; readonly outcome: ImportOutcome }
  | { readonly at: 'failed'; readonly why: string }
  | { readonly at: 'cancelled' };

const BEGINNING: TakingProgress = { step: 'reading', done: 0, total: 0 };

export interface Taking {
  readonly step: Step;
  /** Begins with another file or copy; what was under way ends. */
  readonly tryOut: (session: ImportSession) => void;
  readonly take: () => void;
  readonly cancel: () => void;
}

/** One import at a time; it ends with the component. */
export function useTaking(): Taking {
  const [step, setStep] = useState<Step>({ at: 'start' });
  const session = useRef<ImportSession | null>(null);
  const end = () => {
    session.current?.end();
    session.current = null;
  };
  useEffect(() => end, []);
  const run = async (
    mine: ImportSession,
    work: (onProgress: (progress: TakingProgress) => void) => Promise<ImportOutcome>,
    at: 'tried' | 'done',
  ) => {
    /** Nothing is said of what was cancelled or has made room for another. */
    const say = (next: Step) => session.current === mine && setStep(next);
    say({ at: 'busy', progress: BEGINNING });
    try {
      const outcome = await work((progress) => say({ at: 'busy', progress }));
      say({ at, outcome });
      // What is taken can be undone for as long as the page is open: it is no longer ours to end.
      if (at === 'done' && session.current === mine) session.current = null;
    } catch (thrown) {
      say({ at: 'failed', why: errorWords(thrown) });
    }
  };
  return {
    step,
    tryOut(next) {
      end();
      session.current = next;
      void run(next, next.tryOut, 'tried');
    },
    take() {
      const { current } = session;
      if (current) void run(current, current.take, 'done');
    },
    cancel() {
      end();
      setStep({ at: 'cancelled' });
    },
  };
}
