import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getAnnotation } from '../../../store/annotations';
import { first, sender, setStage, stage, visit } from './stage';

const { forgetTab, leaveAddress } = await import('../../../services/tabs/tab-state');

beforeEach(setStage);

describe('the note editor’s frame', () => {
  const frame = { url: 'chrome-extension://tightrope-id/note.html', tabId: 1, incognito: false };
  it('opens with a token that works once, in its tab', async () => {
    const { id } = first(await visit());
    const token = async () =>
      (await stage.handlers.fromPage['note/open']({ id }, sender())).url.split('#')[1] ?? '';
    const spent = await token();
    await stage.handlers.fromExtension['note/write']({ id, tags: ['trade'] }, frame);
    expect(await stage.handlers.fromExtension['note/claim']({ token: spent }, frame)).toMatchObject({
      annotation: { id },
      tagsInUse: ['trade'],
    });
    for (const [bad, from] of [
      [spent, frame],
      ['guess', frame],
      [await token(), { ...frame, tabId: 2 }],
    ] as const)
      await expect(stage.handlers.fromExtension['note/claim']({ token: bad }, from)).rejects.toMatchObject({
        key: 'token',
      });
    await token();
    const late = await token();
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    await expect(stage.handlers.fromExtension['note/claim']({ token: late }, frame)).rejects.toMatchObject({
      key: 'token',
    });
    // Nor is one kept that nobody will claim any more.
    const fresh = await token();
    const kept = [...stage.fake.browser.storage.session.data.keys()].filter((key) => key.startsWith('note:'));
    expect(kept).toEqual([`note:${fresh}`]);
    vi.useRealTimers();
  });

  it('writes through, and the page repaints', async () => {
    const { id } = first(await visit());
    stage.fake.state.answers['page/refresh'] = undefined;
    await stage.handlers.fromExtension['note/write']({ id, note: 'mine', tags: ['x'] }, frame);
    expect(await getAnnotation(stage.store, id)).toMatchObject({ note: 'mine', tags: ['x'] });
    expect(stage.fake.sent.at(-1)).toMatchObject({ tabId: 1, type: 'page/refresh' });
  });

  it.each([
    ['at another site', () => leaveAddress(1, 'https://other.example/b')],
    ['closed', () => forgetTab(1)],
  ])('writes what it was left with, though its tab is %s by then', async (_, leave) => {
    const { id } = first(await visit());
    await leave();
    await stage.handlers.fromExtension['note/write']({ id, note: 'mine', tags: ['half'] }, frame);
    expect(await getAnnotation(stage.store, id)).toMatchObject({ note: 'mine', tags: ['half'] });
  });

  it('writes nothing that is stored where its window is private', async () => {
    const { id } = first(await visit());
    const write = stage.handlers.fromExtension['note/write'](
      { id, note: 'x' },
      { ...frame, incognito: true },
    );
    await expect(write).rejects.toMatchObject({ key: 'not-yours' });
  });
});
