/** Every screen in a real browser: axe clean, no wider than its window, and still where that is wished for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Setting, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
afterAll(() => stage?.close());

const NARROW = [
  'card',
  'card-corrected',
  'card-noted',
  'card-uncertain',
  'card-cut-off',
  'picker',
  'refusal',
  'note',
  'popup-annotated',
  'popup-cut-off',
  'popup-muted',
  'popup-private',
  'popup-touched',
  'popup-working',
  'popup-nothing',
  'popup-not-article',
  'popup-korean',
  'popup-no-access',
  'popup-browser-page',
  'popup-off',
  'popup-paused',
  'popup-error',
  'library-panel',
  'library-ranked',
  'library-import',
  'library-import-tried',
  'library-import-wrong',
  'library-import-busy',
  'library-import-failed',
];
const WIDE = [
  'library',
  'library-empty',
  'library-none',
  'library-notes-alone',
  'library-deleted',
  'library-rename-tag',
  'library-private',
  'library-loading',
  'library-toast',
  'library-export',
  'library-paste',
  'library-keys',
  'library-bulk',
  'library-copies',
  'library-template',
  'library-exporting',
  'library-busy',
  'library-queue',
  'library-queue-done',
  'library-map',
  'library-argument',
  'library-argument-empty',
  'library-figures',
  'library-figures-empty',
  'options',
  'options-private',
  'welcome',
];
const sizeOf = (scene: string): Setting =>
  WIDE.includes(scene) ? { width: 1280, height: 900 } : { width: 400 };

test('no scene is passed over', async () => {
  await stage.show('card');
  const all = await stage.page.evaluate(() => (globalThis as unknown as { scenes: string[] }).scenes);
  // The 100,000 claims of one are for keyboard.test.ts, the order in which another is read for in-sight.test.ts.
  const elsewhere = ['library-many', 'library-at-old'];
  expect(all.filter((name) => !elsewhere.includes(name)).sort()).toEqual([...NARROW, ...WIDE].sort());
});

const LOOKS: Setting[] = [{ theme: 'light' }, { theme: 'dark' }, { forcedColours: true }];
describe.each(LOOKS)('with %o', (look) => {
  test.each([...NARROW, ...WIDE])('%s has no fault', { timeout: 20_000 }, async (scene) => {
    await stage.show(scene, { ...sizeOf(scene), ...look });
    expect(await stage.faults()).toEqual([]);
  });
});

describe.each(['en', 'ko', 'zh_CN'] as const)('in %s', (lang) => {
  test.each([...NARROW, ...WIDE])(
    '%s fits into 320 px, and all its words are there',
    { timeout: 20_000 },
    async (scene) => {
      await stage.show(scene, { lang, width: 320 });
      expect(await stage.slips()).toEqual([]);
    },
  );
});

/** Elements that move, or would as they change; those in open shadow roots, too. */
const moving = () =>
  stage.page.evaluate(() => {
    const within = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ]);
    const isMoving = (one: Element) =>
      ['', '::before', '::after'].some((part) => {
        const { animationName, transitionDuration } = getComputedStyle(one, part || null);
        return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
      });
    return within(document)
      .filter(isMoving)
      .map((one) => one.outerHTML.slice(0, 120));
  });

describe('for those who want things to stand still', () => {
  test.each([...NARROW, ...WIDE])('nothing moves in %s', { timeout: 20_000 }, async (scene) => {
    await stage.show(scene, { ...sizeOf(scene), calm: true });
    expect(await moving()).toEqual([]);
  });

  test('which is more than nobody’s doing: for others something does', { timeout: 20_000 }, async () => {
    await stage.show('popup-working');
    expect(await moving()).not.toEqual([]);
  });
});
