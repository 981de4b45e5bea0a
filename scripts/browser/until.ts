/**
 * Asks again until the answer is truthy.
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
      const answer = await ask();
      if (answer) return answer as Exclude<T, null | undefined | false | 0 | ''>;
      problem = undefined;
    } catch (error) {
      problem = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms for ${what}`, { cause: problem });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
