import { test } from 'vitest';
import { clickHighlight, readHighlights } from '../../scripts/browser/highlights';
import { wire } from '../../scripts/browser/samples';
import { waitForClosed } from '../../scripts/browser/closed';
import { openSession } from './harness/session';
test('shot', async () => {
  const session = await openSession();
  const page = await session.openPainted(wire.address);
  await page.setViewport({ width: 1200, height: 850 });
  const all = await readHighlights(page);
  await clickHighlight(page, all[1]!);
  const card = await waitForClosed(page, '[role=dialog]');
  await new Promise((r) => setTimeout(r, 1500));
  console.log(await card.call(`function () { const b = this.getBoundingClientRect(); const p = this.parentElement; const h = p.getRootNode().host; const cs = getComputedStyle(p); return JSON.stringify({b, p: p.getAttribute('style'), host: h.getAttribute('style'), hb: h.getBoundingClientRect(), pos: cs.position, op: cs.opacity, vis: cs.visibility, disp: cs.display, clip: cs.clipPath, sheets: p.getRootNode().adoptedStyleSheets.length, ownpos: getComputedStyle(h).position, bg: getComputedStyle(this).backgroundColor}) }`));
  await page.screenshot({ path: '/tmp/ff.png' });
  await session.close();
});
