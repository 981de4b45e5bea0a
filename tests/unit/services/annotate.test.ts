import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../annotations/settings';
import type { Block } from '../../../messages/protocol';
import { annotationsOfPage, countAnnotations } from '../../../store/annotations';
import { page as samplePage, target } from '../annotations/samples';
import {
  blocks,
  filler,
  first,
  KEY_A,
  ours,
  request,
  sender,
  setStage,
  stage,
  startWorker,
  URL_A,
  visit,
} from './stage';

const { saveSettings } = await import('../../../services/settings');
const { readTab } = await import('../../../services/tabs/tab-state');

beforeEach(setStage);

describe('a page is annotated', () => {
  it('with spans over the page’s text, selectors with context, paragraph and headline', async () => {
    const { annotations, stored, settings } = await visit();
    expect(stored).toBe(true);
    expect(annotations.map((a) => a.target.quote.exact)).toEqual([
      'Seoul weighs its allies.',
      ' Then Seoul decides.',
    ]);
    const [, second] = annotations;
    const { start, end } = second?.target.position ?? { start: 0, end: 0 };
    expect(blocks[1]?.text.slice(start - 50, end - 50)).toBe(' Then Seoul decides.');
    expect(second?.target).toMatchObject({
      quote: { prefix: 'First some text.', suffix: expect.stringMatching(/^ word0 word1/) },
      paragraph: blocks[1]?.text,
      headline: 'Seoul weighs its allies.',
    });
    expect(second?.page).toMatchObject({
      key: KEY_A,
      url: URL_A,
      language: 'en',
      fingerprint: expect.stringMatching(/^[0-9a-f]{128}$/),
    });
    expect(await annotationsOfPage(stage.store, KEY_A)).toEqual(annotations);
    const { painting, mutedArguments, threshold } = DEFAULT_SETTINGS;
    expect(settings).toEqual({ painting, mutedArguments, threshold });
  });

  it('at an address that tells nothing of the reader', async () => {
    const { annotations } = await visit({}, sender({ url: `${URL_A}?user_id=77&utm_source=mail` }));
    expect(annotations[0]?.page).toMatchObject({ key: KEY_A, url: URL_A });
  });

  it('with what stands around each claim, and no more, where all of a long text is one paragraph', async () => {
    const text = Array.from({ length: 300 }, (_, i) => `Then Seoul decides on ${i}. ${filler}.`).join(' ');
    const { annotations } = await visit({
      blocks: [
        { start: 0, kind: 'headline', text: 'A very long headline. '.repeat(1_000) },
        { start: 30_000, kind: 'paragraph', text },
      ],
    });
    expect(annotations).toHaveLength(300);
    for (const { target } of annotations) expect(target.paragraph).toContain(target.quote.exact);
    expect(annotations[150]?.target.paragraph.length).toBeGreaterThan(3_000);
    expect(JSON.stringify(annotations).length).toBeLessThan(300 * 6_500);
  });

  it('and counted in badge and tab state, which outlive the worker', async () => {
    await visit();
    startWorker();
    expect(stage.fake.badges.get(1)).toBe('2');
    expect(await stage.handlers.fromExtension['tab/state']({ tabId: 1 }, ours)).toMatchObject({
      status: 'annotated',
      pageKey: KEY_A,
      count: 2,
      origin: 'https://www.news.example',
    });
  });

  it('once, however often it is visited, and with what the reader wrote', async () => {
    const { id } = first(await visit());
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'dismissed' }, sender());
    expect(stage.fake.badges.get(1)).toBe('1');
    startWorker();
    const again = await visit({ visit: 'v2' });
    expect(again.annotations).toHaveLength(2);
    expect(again.annotations.find((a) => a.id === id)?.verdict).toBe('dismissed');
  });

  it('in parts, as they come', async () => {
    await visit();
    const late: Block = { start: 5000, kind: 'paragraph', text: 'Later Seoul spoke again.' };
    const { annotations } = await visit({ blocks: [late], more: true });
    expect(annotations.filter((a) => a.anchor.state === 'anchored')).toHaveLength(3);
    expect(await countAnnotations(stage.store)).toBe(3);
  });

  it('under the address it is known by, when it moves', async () => {
    await visit();
    const moved = 'https://www.news.example/politics/20261234567';
    const { annotations } = await visit(
      { visit: 'v2', page: { ...samplePage, key: moved } },
      sender({ url: moved, tabId: 2 }),
    );
    expect(first({ annotations }).page.key).toBe(KEY_A);
    expect(await countAnnotations(stage.store)).toBe(2);
  });

  it('each under its own key where two share paragraphs of background, with its own title and date', async () => {
    await visit();
    const url = 'https://www.news.example/world/beijing-warns-of-a-price';
    const title = 'Beijing warns of a price';
    const published = '2026-03-01T06:00:00.000Z';
    const paragraph = { start: 50, kind: 'paragraph', text: `Seoul is told to choose. ${filler}.` } as const;
    const { annotations } = await visit(
      { visit: 'v2', page: { ...samplePage, key: url, title, published }, blocks: [paragraph] },
      sender({ url, tabId: 2 }),
    );
    expect(annotations.map((a) => a.page.title)).toEqual([title]);
    const before = await annotationsOfPage(stage.store, KEY_A);
    expect(before.map((a) => a.page.title)).toEqual([samplePage.title, samplePage.title]);
    expect(before.map((a) => a.anchor.state)).toEqual(['anchored', 'anchored']);
  });

  it('under its own address, whatever another site’s key it claims', async () => {
    const { annotations } = await visit({
      page: { ...samplePage, key: 'https://other.example/secret-article-of-theirs' },
    });
    expect(first({ annotations }).page.key).toBe(KEY_A);
  });

  it('again by a newer engine, save what is touched', async () => {
    const answer = await visit();
    const { id } = first(answer);
    await stage.handlers.fromPage['annotation/verdict']({ id, verdict: 'confirmed' }, sender());
    startWorker({ version: '2.0.0', analyse: () => [] });
    const after = await visit({ visit: 'v2' });
    expect(after.annotations.map((a) => [a.id, a.engine])).toEqual([[id, '1.0.0']]);
  });

  it('and said to have nothing, where nothing is found', async () => {
    const quiet: Block[] = [{ start: 0, kind: 'paragraph', text: 'Nothing here.' }];
    expect((await visit({ blocks: quiet })).annotations).toEqual([]);
    expect((await readTab(1))?.state).toMatchObject({ status: 'nothing-found', count: 0 });
    expect(stage.fake.badges.get(1)).toBe('');
  });

  it('not where it cannot be read, and says in which language', async () => {
    const korean: Block[] = [{ start: 0, kind: 'paragraph', text: '서울은 결정한다.' }];
    const answer = await stage.handlers.fromPage['page/analyse'](request({ blocks: korean }), sender());
    expect(answer).toMatchObject({ status: 'not-analysed', language: 'ko', annotations: [], stored: true });
    expect((await readTab(1))?.state).toMatchObject({ status: 'not-analysed', language: 'ko' });
    // Where the text doesn't tell, the page's own word is taken.
    startWorker({ languageOf: () => 'other' });
    for (const [said, language] of [
      ['fr', 'fr'],
      ['', 'und'],
    ] as const) {
      const page = { ...request().page, language: said };
      expect(await stage.handlers.fromPage['page/analyse'](request({ page }), sender())).toMatchObject({
        status: 'not-analysed',
        language,
      });
    }
  });

  it('not where it cannot be read, but for what the reader added there; in a private window not even that', async () => {
    const korean: Block[] = [{ start: 0, kind: 'paragraph', text: '서울은 결정한다.' }];
    const shown = async (from = sender()) => {
      const answer = await stage.handlers.fromPage['page/analyse'](request({ blocks: korean }), from);
      return answer.status === 'not-analysed' && answer.annotations.map(({ id }) => id);
    };
    expect(await shown()).toEqual([]);
    const link = { argument: 'kelly/bases-limit-drift', stance: 'echoes' } as const;
    const own = { visit: 'v1', page: samplePage, target: target('서울은 결정한다.', 0), ...link };
    const { id } = await stage.handlers.fromPage['selection/add'](own, sender());
    expect(await shown()).toEqual([id]);
    stage.fake.tabs.set(2, { id: 2, url: URL_A });
    expect(await shown(sender({ tabId: 2, incognito: true }))).toEqual([]);
  });

  it('also where a sentence is broken in two lines, counting code points up to it and cutting none', async () => {
    const text = '😀 First. Then Seoul\ndecides.😀 And on.';
    const long = { start: 7, pairsBefore: 2, kind: 'paragraph', text: `😀${'x'.repeat(54)}${text}` } as const;
    const { annotations } = await visit({ blocks: [long] });
    const { quote, position } = first({ annotations }).target;
    expect(quote.exact).toBe(' Then Seoul\ndecides.');
    expect(quote.prefix).toBe(`${'x'.repeat(54)}😀 First.`);
    const before = long.text.indexOf(quote.exact);
    expect(position).toMatchObject({ start: 7 + before, pairsBefore: 2 + 2 });
  });

  it('and kept once the reader wants everything kept', async () => {
    await saveSettings({ keep: 'touched' });
    const { annotations } = await visit();
    expect(await annotationsOfPage(stage.store, KEY_A)).toEqual([]);
    await saveSettings({ keep: 'everything' });
    await visit();
    expect(await annotationsOfPage(stage.store, KEY_A)).toEqual(annotations);
  });

  it('under its own key where that is known, though another article of the site now reads the same', async () => {
    const other = 'https://www.news.example/world/zz-another-article-altogether';
    const there = { page: { ...samplePage, key: other } };
    await visit(
      { ...there, blocks: [{ start: 0, kind: 'paragraph', text: 'Seoul waits.' }] },
      sender({ url: other }),
    );
    await visit();
    const again = await visit({ ...there, visit: 'v3' }, sender({ url: other }));
    expect(first(again).page.key).toBe('https://news.example/world/zz-another-article-altogether');
  });

  it('not on a site that is off or in a pause, unless the reader asks for it', async () => {
    await saveSettings({ sitesOff: ['news.example'] });
    expect(await stage.handlers.fromPage['page/analyse'](request(), sender())).toEqual({ status: 'off' });
    await saveSettings({ sitesOff: [], pausedUntil: '2999-01-01T00:00:00.000Z' });
    expect(await stage.handlers.fromPage['page/analyse'](request(), sender())).toEqual({ status: 'off' });
    expect(await countAnnotations(stage.store)).toBe(0);
    await stage.handlers.fromExtension['tab/annotate']({ tabId: 1 }, ours);
    expect((await visit()).annotations).toHaveLength(2);
  });

  it('and an engine that fails is said, in the answer and in the popup', async () => {
    const broken = Object.assign(new Error('gone'), { key: 'engine-missing' });
    startWorker({ loadModel: () => Promise.reject(broken) });
    await expect(stage.handlers.fromPage['page/analyse'](request(), sender())).rejects.toBe(broken);
    expect((await readTab(1))?.state).toMatchObject({ status: 'error', error: 'engine-missing' });
  });
});
