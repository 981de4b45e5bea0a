/** The memory that browsers grant for what is not stored (`storage.session`), used up. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitUntilPainted } from '../../scripts/browser/highlights';
import { wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { browserName, openSession, type Session } from './harness/session';

const storage = '(globalThis.browser ?? chrome).storage';
/** Fills it, but for some thousand bytes: a tab's record has room, what was found in its page has not. */
const fill = `(async () => {
  const put = (n, size) => ${storage}.session.set({ ['ballast' + n]: 'x'.repeat(size) }).then(() => true, () => false);
  let n = 0;
  for (const size of [1 << 20, 1 << 16, 1 << 12]) while (n < 100 && await put(n, size)) n++;
  await ${storage}.session.remove('ballast' + (n - 1));
  return n;
})()`;
const empty = `${storage}.session.get(null).then((all) =>
  ${storage}.session.remove(Object.keys(all).filter((key) => key.startsWith('ballast'))))`;

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

describe(`no room for what is not stored, in ${browserName}`, () => {
  test('is said with what to do; with room again the page is read', async () => {
    const own = await session.openOwn('options.html');
    await own.evaluate(`${storage}.local.set({ settings: { keep: 'touched' } })`);
    const pieces = Number(await own.evaluate(fill));
    expect(pieces).toBeGreaterThan(10);
    expect(pieces).toBeLessThan(100);
    const page = await session.open(wire.address);
    const popup = await session.openPopup(wire.address);
    await until('what to do', () =>
      popup.evaluate(() => document.body.innerText.includes('Close tabs you no longer need')),
    );
    await own.evaluate(empty);
    await popup.locator('.state-actions .primary').click();
    await waitUntilPainted(page);
    expect(await session.records()).toEqual([]);
  });
});
