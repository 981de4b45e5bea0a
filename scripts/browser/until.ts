/** The part of the time that one question may take. */
const PATIENCE = 0.4;

/**
 * Asks again until the answer is truthy. A question that gets none is put again: a browser may never answer what was
 * asked of a tab that went behind another one meanwhile.
 *
 * @throws with `what` was waited for, and the last error, after `timeout` milliseconds.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  timeout = 20_000,
): Promise<Exclude<T, null | undefined | false | 0 | ''>> {
  const end = Date.now() + timeout;
  let problem: unknown;
  for (;;) {
    try {
      const answer = await within(timeout * PATIENCE, ask());
      if (answer) return answer as Exclude<T, null | undefined | false | 0 | ''>;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms for ${what}`, { cause: problem });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function within<T>(limit: number, answer: Promise<T> | T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
  });
  return Promise.race([answer, tooLong]).finally(() => clearTimeout(timer));
}
