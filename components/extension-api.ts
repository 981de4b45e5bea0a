/**
 * The extension API for our messages catalogue; wxt.config.ts puts it in the place of `@wxt-dev/browser`, on which
 * `@wxt-dev/i18n` builds. In a news page `browser` may be a form of that name where the browser has none of its own
 * (`<form id="browser">`), so it is taken only if it can do what we need.
 */
interface Messages {
  readonly i18n?: { readonly getMessage?: unknown };
}

const scope = globalThis as { readonly browser?: Messages; readonly chrome?: Messages };

export const browser = typeof scope.browser?.i18n?.getMessage === 'function' ? scope.browser : scope.chrome;
