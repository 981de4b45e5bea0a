/** What the reader selects in a page and links to an argument by hand. */
import { pageKeyOf } from '../../annotations/address';
import { anchoredAt } from '../../annotations/anchored';
import type { Annotation, Page } from '../../annotations/types';
import type { PageSender } from '../../messages/background-side';
import type { FromPage } from '../../messages/protocol';
import { readTab, updateTab, visitIn, withInView } from './tab-state';

type Selection = FromPage['selection/add']['request'];

/**
 * The article selected in: as its visit settled it; one that was never analysed goes by its address, and is in view.
 */
export async function pageSelectedIn({ visit, page }: Selection, { tabId, url }: PageSender): Promise<Page> {
  const record = await readTab(tabId);
  const known = record && visitIn(record, visit);
  if (known) return known;
  const own = { ...page, key: pageKeyOf(url, page.key), url };
  await updateTab(tabId, (now) => withInView(now, visit, own));
  return own;
}

/** The reader's own selection as an annotation: theirs from the first letter. */
export function selected(page: Page, { target, argument, stance }: Selection, engine: string): Annotation {
  const now = new Date().toISOString();
  return {
    id: crypto.randomUUID(),
    page,
    target,
    matches: [],
    verdict: 'added',
    correction: { argument, stance },
    note: '',
    tags: [],
    engine,
    anchor: anchoredAt(target),
    created: now,
    modified: now,
    touched: { verdict: now, correction: now, target: now },
  };
}
