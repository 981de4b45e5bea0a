import { type Article, articleInSteps } from './article';
import { copyOf } from './copy';
import type { FindBody } from './doubt';
import type { Metadata } from './metadata';
import { readableBody } from './readable-body';
import type { Scope } from './scope';
import { PageText } from './text';

/** Readability at hand. */
const findBody: FindBody = function* (document, pageText, scope) {
  yield undefined;
  return readableBody(copyOf(document, pageText, scope), document, pageText, scope);
};

/**
 * Finds a page's article in one go, with all that takes in one script: see `articleInSteps`.
 * @param former what was read of another article in this document before; see `readMetadata`.
 * @param scope where in the document the article stands
 */
export function findArticle(
  document: Document,
  pageText: PageText = new PageText(document.body),
  former?: Metadata,
  scope: Scope = null,
): Article {
  const steps = articleInSteps(document, pageText, findBody, former, scope);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
