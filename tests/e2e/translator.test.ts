/**
 * Firefox's own translator at work on a page: everything of it but the models, which are not to be had here. In their
 * place stands the engine Firefox keeps for its own tests, which answers in capitals.
 */
import { describe, expect, test } from 'vitest';
import { evaluateInChrome } from '../../scripts/browser/bidi';
import { editorial } from '../../scripts/browser/samples';
import { until } from '../../scripts/browser/until';
import { openPlaces, texts } from './harness/places';
import { inChromium } from './harness/session';

/** Runs in the browser's own window, with the translator's side of the tab in front. */
const withTranslator = (act: string) => `(async () => {
  const { TranslationsParent } = ChromeUtils.importESModule('resource://gre/actors/TranslationsParent.sys.mjs');
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const actor = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.getActor('Translations');
  ${act};
  return true;
})()`;

/** Puts empty files into the place of the models a server would send. */
const mock = `
  const client = (records) => ({
    on() {}, off() {}, async sync() {},
    async get() { return records; },
    attachments: {
      async isDownloaded() { return true; },
      async download() { return { buffer: new ArrayBuffer(8) }; },
    },
  });
  const version = TranslationsParent.LANGUAGE_MODEL_MAJOR_VERSION_MAX + '.0';
  const models = [['en', 'de'], ['de', 'en']].flatMap(([sourceLanguage, targetLanguage]) =>
    ['model', 'lex', 'vocab'].map((fileType) => ({
      id: fileType + sourceLanguage + targetLanguage,
      name: fileType + '.' + sourceLanguage + targetLanguage,
      attachment: { size: 8 },
      sourceLanguage, targetLanguage, fileType, version,
    })),
  );
  const engine = { id: 'engine', name: 'bergamot-translator', release: '1', attachment: { size: 8 } };
  TranslationsParent.applyTestingMocks({
    translationModelsRemoteClient: client(models),
    translationsWasmRemoteClient: client([{ ...engine, version: TranslationsParent.BERGAMOT_MAJOR_VERSION + '.0' }]),
  });`;

describe.skipIf(inChromium)('a page under Firefox’s own translator', () => {
  const places = openPlaces({
    'browser.translations.enable': true,
    'browser.translations.automaticallyPopup': false,
  });

  test('is not annotated and loses nothing; another tab’s original is painted as before', async () => {
    const page = await places.openPainted(editorial.address);
    const before = await texts(page);
    const stored = await places.recordsOf(editorial.address);
    await page.bringToFront();
    await evaluateInChrome(
      page.browser(),
      withTranslator(`${mock} await actor.translate({ sourceLanguage: 'en', targetLanguage: 'de' }, false)`),
    );
    await until('the translation', () =>
      page.evaluate(
        () => document.documentElement.lang === 'de' && document.body.textContent?.includes('[en to de'),
      ),
    );
    await until('nothing painted', async () => (await texts(page)).length === 0);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await texts(page)).toEqual([]);
    expect(await places.counted(editorial.address)).toBe(-1);
    expect(await places.recordsOf(editorial.address)).toEqual(stored);
    expect(await places.lost()).toEqual([]);

    // In another tab: the reload by which Firefox takes a translation away does not come through to the tests.
    await page.close();
    const original = await places.openPainted(editorial.address);
    expect(await texts(original)).toEqual(before);
    expect(await places.recordsOf(editorial.address)).toEqual(stored);
  });
});
