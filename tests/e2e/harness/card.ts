/** What a reader does with a claim's card. */
import type { Frame, Page } from 'puppeteer-core';
import { type ClosedElement, findClosed, waitForClosed } from '../../../scripts/browser/closed';
import { clickHighlight, readHighlights } from '../../../scripts/browser/highlights';
import { until } from '../../../scripts/browser/until';
import { toFront } from './front';

/** Opens the card of a painted claim (from 0, from the top) by mouse; gives the claim's text. */
export async function openCard(page: Page, index = 0): Promise<string> {
  await toFront(page);
  const claim = (await readHighlights(page))[index];
  if (!claim) throw new Error(`${page.url()} has no painted claim ${index}`);
  // The card of another claim may cover this one.
  await closeCard(page);
  await clickHighlight(page, claim);
  await waitForClosed(page, '[role=dialog]');
  return claim.text;
}

/** Closes the card, if one is open. */
export async function closeCard(page: Page): Promise<void> {
  await (await findClosed(page, '[role=dialog] header button', 'Close'))?.click();
  await until('the card to close', async () => !(await findClosed(page, '[role=dialog]')));
}

/** A button of the card, by (part of) its name. */
export function cardButton(page: Page, name: string): Promise<ClosedElement> {
  return waitForClosed(page, '[role=dialog] button', name);
}

/** Opens the note editor in the open card and gives its frame. */
export async function openNote(page: Page): Promise<Frame> {
  await (await cardButton(page, 'note and tags')).click();
  const frame = await until('the frame of the note editor', () =>
    page.frames().find((candidate) => candidate.url().includes('note.html')),
  );
  await frame.waitForSelector('textarea');
  return frame;
}

/** Types a note into the open card. */
export async function typeNote(page: Page, note: string): Promise<void> {
  const frame = await openNote(page);
  // The card grows while its frame opens: a click may fall beside the field at first.
  await until('the note field to have the focus', async () => {
    await frame.click('textarea');
    return frame.evaluate(() => document.hasFocus() && document.activeElement?.localName === 'textarea');
  });
  await page.keyboard.type(note);
}
