/** Whether an article may be read at all: where no permission stands for its site, only the reader's wish does. */
import { isSameArticle } from '../../annotations/same-article';
import type { Page } from '../../annotations/types';
import type { PageSender } from '../../messages/background-side';
import { canRead, isSameAddress, originOf } from './origins';
import { readTab } from './tab-state';

/**
 * False once the permission for a site was taken back; and, of a document the reader had read without one, for what it
 * turns to: they asked for that one page. The article they asked for may get another address.
 * @param page the article, as its address and text settle it
 */
export async function mayRead({ tabId, frameId, url }: PageSender, page: Page): Promise<boolean> {
  const record = await readTab(tabId);
  if (!record?.isClosed) return true;
  // Of a frame the tab's address says nothing.
  if (record.isWished && (frameId !== 0 || isSameAddress(record.url, url))) return true;
  const read = [...(record.inView ? [record.inView.page] : []), ...Object.values(record.former)];
  if (read.some((one) => one.key === page.key || isSameArticle(one, page))) return true;
  return canRead(originOf(url));
}
