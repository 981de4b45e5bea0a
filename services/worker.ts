/**
 * Work in a web worker: questions there, answers back. What it throws comes back as an Error of the same words and,
 * where it has one, the same `key`.
 */

/** What a worker is to its page, the global scope to a worker, and each end of a message channel to the other. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
}

interface Asked<Q> {
  readonly turn: number;
  readonly question: Q;
}

interface Problem {
  readonly message: string;
  readonly key: unknown;
}

type Reply<A, N> =
  | { readonly turn: number; readonly answer: A }
  | { readonly turn: number; readonly news: N }
  | { readonly turn: number; readonly problem: Problem };

/**
 * Answers what is asked at a port, each question when it comes.
 * @param answer may throw; `tell` says how far it is
 */
export function serve<Q, A, N = never>(
  port: Port,
  answer: (question: Q, tell: (news: N) => void) => A | Promise<A>,
): void {
  const reply = (one: Reply<A, N>) => port.postMessage(one);
  port.onmessage = async ({ data }: MessageEvent<Asked<Q>>) => {
    const { turn, question } = data;
    try {
      reply({ turn, answer: await answer(question, (news) => reply({ turn, news })) });
    } catch (thrown) {
      const { message = String(thrown), key } = (thrown ?? {}) as { message?: string; key?: unknown };
      reply({ turn, problem: { message, key } });
    }
  };
}

interface WorkerClient<Q, A, N = never> {
  /** @throws what the worker threw; an Error where it could not be started, or was ended */
  readonly ask: (question: Q, onNews?: (news: N) => void) => Promise<A>;
  /** Ends it, whatever it is at; what is still asked is answered by an Error. */
  readonly end: () => void;
}

/** Asks at a port. */
export function workerAt<Q, A, N = never>(
  port: Port & { onerror?: ((event: ErrorEvent) => unknown) | null; terminate?(): void; close?(): void },
): WorkerClient<Q, A, N> {
  interface Waiting {
    readonly resolve: (answer: A) => void;
    readonly reject: (thrown: unknown) => void;
    readonly onNews: ((news: N) => void) | undefined;
  }
  const waiting = new Map<number, Waiting>();
  let turns = 0;
  /** Why nothing can be asked any more. */
  let over: Error | null = null;
  const stop = (why: Error) => {
    over ??= why;
    for (const { reject } of waiting.values()) reject(over);
    waiting.clear();
  };
  port.onmessage = ({ data }: MessageEvent<Reply<A, N>>) => {
    const one = waiting.get(data.turn);
    if (!one) return;
    if ('news' in data) {
      one.onNews?.(data.news);
      return;
    }
    waiting.delete(data.turn);
    if ('answer' in data) one.resolve(data.answer);
    else one.reject(Object.assign(new Error(data.problem.message), { key: data.problem.key }));
  };
  port.onerror = ({ message }) => stop(new Error(message || 'A part of Tightrope could not be started.'));
  return {
    ask: (question, onNews) =>
      new Promise((resolve, reject) => {
        if (over) {
          reject(over);
          return;
        }
        turns += 1;
        waiting.set(turns, { resolve, reject, onNews });
        port.postMessage({ turn: turns, question } satisfies Asked<Q>);
      }),
    end() {
      stop(new Error('The work was ended.'));
      port.terminate?.();
      port.close?.();
    },
  };
}
