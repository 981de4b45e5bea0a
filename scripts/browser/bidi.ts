/** Commands of Firefox's own protocol that puppeteer has no words for. */
import type { Browser, Frame, Page } from 'puppeteer-core';

interface BidiBrowser {
  readonly connection: { send(method: string, params: object): Promise<{ readonly result: unknown }> };
}

interface EvaluateResult {
  readonly result: unknown;
  readonly exceptionDetails?: unknown;
}

/** True for Firefox. */
export async function isFirefox(browser: Browser): Promise<boolean> {
  return (await browser.version()).toLowerCase().startsWith('firefox');
}

/** Sends a WebDriver BiDi command. */
export async function bidi(browser: Browser, method: string, params: object): Promise<EvaluateResult> {
  const { result } = await (browser as unknown as BidiBrowser).connection.send(method, params);
  return result as EvaluateResult;
}

/** The browsing context's id of a page, or of a frame in it. */
export function contextOf(page: Page, frame: Frame = page.mainFrame()): string {
  return (frame as unknown as { readonly _id: string })._id;
}

/**
 * Evaluates an expression in the browser's own window, with all its rights.
 *
 * @throws when the expression throws.
 */
export async function evaluateInChrome(browser: Browser, expression: string): Promise<unknown> {
  const tree = (await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as unknown as {
    readonly contexts: readonly { readonly context: string }[];
  };
  const context = tree.contexts[0]?.context;
  const { result, exceptionDetails } = await bidi(browser, 'script.evaluate', {
    expression,
    awaitPromise: true,
    target: { context },
  });
  if (exceptionDetails) throw new Error((exceptionDetails as { text: string }).text);
  return (result as { value?: unknown }).value;
}
