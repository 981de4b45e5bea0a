import { browser } from 'wxt/browser';
import { isVisible } from '../../annotations/shown';
import type { Annotation } from '../../annotations/types';
import type { PageSettings } from '../../messages/protocol';

/** How many of a page's annotations are shown on it, as the popup counts them: what the page has lost is not. */
export function countShown(annotations: readonly Annotation[], settings: PageSettings): number {
  return annotations.filter((a) => a.anchor.state !== 'orphaned' && isVisible(a, settings)).length;
}

/** Shows a tab's count on the toolbar button; nothing where it is 0. A tab that is gone is no error. */
export async function showBadge(tabId: number, count: number): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#3b3f8f' });
    await browser.action.setBadgeText({ tabId, text: count ? String(count) : '' });
  } catch {
    // The tab was closed meanwhile.
  }
}
