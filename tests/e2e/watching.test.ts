/** A site that is none of the outlets, and that the reader allowed: it is watched like them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHighlights, waitUntilPainted } from '../../scripts/browser/highlights';
import { offTopic, wire } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { pages } from './harness/pages';
import { browserName, openSession, type Session } from './harness/session';

const ALLOWED = 'https://allowed.example/the-wire-report-again';
const ALLOWED_BUT_OFF_TOPIC = 'https://allowed.example/coffee';
const ELSEWHERE = 'https://elsewhere.example/the-wire-report-again';

/** The permission is given with the installation: the browser's own question can't be answered by a test. */
function allow(folder: string): void {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push('*://*.allowed.example/*');
  writeFileSync(path, JSON.stringify(manifest));
}

let session: Session;

describe(`a site the reader allowed, in ${browserName}`, () => {
  beforeAll(async () => {
    session = await openSession({
      pages: {
        ...pages,
        [ALLOWED]: { body: wire.html },
        [ALLOWED_BUT_OFF_TOPIC]: { body: offTopic.html },
        [ELSEWHERE]: { body: wire.html },
      },
      change: allow,
    });
    const own = await session.openOwn('options.html');
    await until('the sentinel registered', () =>
      own.evaluate('chrome.scripting.getRegisteredContentScripts().then(({ length }) => length === 1)'),
    );
    await own.close();
  });
  afterAll(() => session?.close());

  test('is read by itself where an article is on the subject', async () => {
    const page = await session.open(ALLOWED);
    await waitUntilPainted(page, { atLeast: 5 });
    await page.close();
  });

  test('is left alone where it is not, and so is a site nobody allowed', async () => {
    const [offSubject, elsewhere] = [
      await session.open(ALLOWED_BUT_OFF_TOPIC),
      await session.open(ELSEWHERE),
    ];
    const popup = await session.openPopup(ALLOWED_BUT_OFF_TOPIC);
    await until('the word of the sentinel', async () =>
      ((await popup.evaluate('document.body.textContent')) as string).includes('Not an article'),
    );
    expect(await readHighlights(offSubject)).toEqual([]);
    expect(await readHighlights(elsewhere)).toEqual([]);
  });
});
