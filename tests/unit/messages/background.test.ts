import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  dispatch,
  type FromExtensionHandlers,
  type FromPageHandlers,
  identify,
  type RawSender,
} from '../../../messages/background-side';
import { fromExtensionSchemas, fromPageSchemas } from '../../../messages/schemas';
import { page, target } from '../annotations/samples';

vi.mock('wxt/browser', () => ({ browser: {} }));

const self = { id: 'tightrope-id', root: 'chrome-extension://tightrope-id/' };
const script: RawSender = {
  id: self.id,
  url: 'https://news.example/a',
  origin: 'https://news.example',
  frameId: 0,
  tab: { id: 7, url: 'https://news.example/a', incognito: false },
};
const popup: RawSender = {
  id: self.id,
  url: `${self.root}popup.html`,
  origin: 'chrome-extension://tightrope-id',
};

const seen: unknown[] = [];
const answering = new Proxy(
  {},
  {
    get: (_, type) => async (request: unknown, sender: unknown) => {
      seen.push([type, request, sender]);
      return { answered: type };
    },
  },
);
const ask = (message: unknown, sender: RawSender) =>
  dispatch(message, sender, self, answering as FromPageHandlers, answering as FromExtensionHandlers);

describe('who sent it', () => {
  it('knows a content script by tab and address', () => {
    expect(identify(script, self)).toEqual({
      from: 'page',
      sender: { tabId: 7, frameId: 0, url: 'https://news.example/a', incognito: false },
    });
  });

  it('knows our pages by their address, in a tab, in a frame or in none', () => {
    expect(identify(popup, self)).toMatchObject({ from: 'extension' });
    const note = {
      ...script,
      url: `${self.root}note.html`,
      origin: 'chrome-extension://tightrope-id',
      frameId: 5,
    };
    expect(identify(note, self)).toMatchObject({ from: 'extension', sender: { tabId: 7 } });
  });

  it('knows a private window, of a page and of ours', () => {
    const tab = { ...script.tab, id: 7, incognito: true };
    for (const sender of [script, { ...popup, frameId: 0 }])
      expect(identify({ ...sender, tab }, self)).toMatchObject({ sender: { incognito: true } });
    expect(identify(popup, self)).toMatchObject({ sender: { incognito: false } });
  });

  it('follows the address of a page that changes it without a load, within its origin only', () => {
    const moved = { ...script, tab: { id: 7, url: 'https://news.example/b', incognito: false } };
    expect(identify(moved, self)).toMatchObject({ sender: { url: 'https://news.example/b' } });
    const left = { ...script, tab: { id: 7, url: 'https://elsewhere.example/', incognito: false } };
    expect(identify(left, self)).toMatchObject({ sender: { url: 'https://news.example/a' } });
    const frame = { ...moved, frameId: 3 };
    expect(identify({ ...frame, tab: { id: 7, incognito: false } }, self)).toMatchObject({ from: 'page' });
    expect(identify(frame, self)).toMatchObject({ sender: { url: 'https://news.example/a' } });
  });

  it('knows a page that gave up its own origin, and a file', () => {
    expect(identify({ ...script, origin: 'null' }, self)).toMatchObject({ from: 'page' });
    for (const origin of ['null', 'file://'])
      expect(identify({ ...script, url: 'file:///a.html', origin }, self)).toMatchObject({ from: 'page' });
  });

  const forged: readonly (readonly [string, RawSender])[] = [
    ['another extension', { ...popup, id: 'other' }],
    ['nobody', {}],
    ['no address', { id: self.id, tab: script.tab }],
    ['no tab', { ...script, tab: undefined }],
    ['an origin that is not the address’s', { ...script, origin: 'https://evil.example' }],
    ['our address on another origin', { ...popup, origin: 'https://evil.example' }],
    [
      'an address that only begins like ours',
      { id: self.id, url: 'chrome-extension://tightrope-id.evil/popup.html' },
    ],
    [
      'a frame of another origin than the page around it',
      { ...script, frameId: 3, tab: { id: 7, url: 'https://other.example/', incognito: false } },
    ],
    ['a frame without an origin, at an address of its page’s', { ...script, frameId: 3, origin: 'null' }],
    ['one of an origin only its browser knows', { ...script, frameId: 3, origin: 'moz-nullprincipal:{0}' }],
    ['a page of ours without an origin', { ...popup, origin: 'null' }],
    [
      'a frame whose page only begins like it',
      { ...script, frameId: 3, tab: { id: 7, url: 'https://news.example.evil/', incognito: false } },
    ],
    [
      'a file in a frame of another file',
      {
        ...script,
        frameId: 3,
        url: 'file:///a.html',
        origin: 'null',
        tab: { id: 7, url: 'file:///b.html', incognito: false },
      },
    ],
    [
      'a page at an address longer than any',
      {
        ...script,
        url: `https://news.example/a?${'x'.repeat(10_000)}`,
        tab: { ...script.tab, url: '' } as never,
      },
    ],
    ['a data address', { ...script, url: 'data:text/html,x', origin: 'null' }],
    ['a browser page', { ...script, url: 'about:config', origin: 'null' }],
  ];
  it.each(forged)('refuses %s', async (_, sender) => {
    await expect(
      ask({ type: 'sentinel/verdict', request: { relevant: true } }, sender),
    ).rejects.toMatchObject({
      key: 'bad-sender',
    });
  });
});

describe('what it says', () => {
  it('hands a well-formed request and its sender on, without what does not belong to it', async () => {
    const answer = await ask({ type: 'sentinel/verdict', request: { relevant: true, extra: 1 } }, script);
    expect(answer).toEqual({ answered: 'sentinel/verdict' });
    expect(seen.at(-1)).toEqual([
      'sentinel/verdict',
      { relevant: true },
      expect.objectContaining({ tabId: 7 }),
    ]);
  });

  const blocks = [{ start: 0, kind: 'paragraph', text: 'x' }];
  const analyse = { visit: 'v', page, blocks, more: false };
  const bad: readonly (readonly [string, unknown, string])[] = [
    ['no type', { request: {} }, 'bad-message'],
    ['no object', 'sentinel/verdict', 'bad-message'],
    ['null', null, 'bad-message'],
    ['an unknown type', { type: 'everything/delete', request: {} }, 'unknown-message'],
    ['a type that is a name of every object', { type: 'constructor', request: {} }, 'unknown-message'],
    ['a type that is a prototype', { type: '__proto__', request: {} }, 'unknown-message'],
    ['a type for our pages only', { type: 'note/write', request: { id: 'a', note: 'x' } }, 'unknown-message'],
    ['no request', { type: 'sentinel/verdict' }, 'bad-message'],
    ['a wrong kind of value', { type: 'sentinel/verdict', request: { relevant: 'yes' } }, 'bad-message'],
    [
      'a negative offset',
      { type: 'page/analyse', request: { ...analyse, blocks: [{ ...blocks[0], start: -1 }] } },
      'bad-message',
    ],
    [
      'an unknown kind of block',
      { type: 'page/analyse', request: { ...analyse, blocks: [{ ...blocks[0], kind: 'ad' }] } },
      'bad-message',
    ],
    [
      'an unknown verdict',
      { type: 'annotation/verdict', request: { id: 'a', verdict: 'loved' } },
      'bad-message',
    ],
    [
      'an unknown argument',
      {
        type: 'annotation/correct',
        request: { id: 'a', correction: { argument: 'kelly/no-such', stance: 'echoes' } },
      },
      'bad-message',
    ],
    ['an empty quote', { type: 'annotation/place', request: { id: 'a', target: target('') } }, 'bad-message'],
    [
      'a span backwards',
      {
        type: 'page/anchors',
        request: {
          visit: 'v',
          anchors: [{ id: 'a', anchor: { state: 'anchored', span: { start: 2, end: 1 } } }],
        },
      },
      'bad-message',
    ],
    [
      'a text without end',
      { type: 'selection/rank', request: { text: 'x'.repeat(5_000_001), before: '', after: '' } },
      'bad-message',
    ],
    [
      'a quote longer than any passage',
      { type: 'annotation/place', request: { id: 'a', target: target('x'.repeat(100_001)) } },
      'bad-message',
    ],
    ...(['paragraph', 'headline'] as const).map(
      (field) =>
        [
          `a ${field} longer than any`,
          {
            type: 'annotation/place',
            request: { id: 'a', target: { ...target('x'), [field]: 'x'.repeat(100_001) } },
          },
          'bad-message',
        ] as const,
    ),
    ...(['key', 'url', 'title', 'outlet', 'published', 'language', 'fingerprint'] as const).map(
      (field) =>
        [
          `a page’s ${field} longer than any`,
          { type: 'page/analyse', request: { ...analyse, page: { ...page, [field]: 'x'.repeat(10_001) } } },
          'bad-message',
        ] as const,
    ),
    ...[['x'.repeat(10_001)], Array(101).fill('x'), 'x', [1]].map(
      (authors) =>
        [
          `authors like ${JSON.stringify(authors).slice(0, 20)}`,
          { type: 'page/analyse', request: { ...analyse, page: { ...page, authors } } },
          'bad-message',
        ] as const,
    ),
    [
      'a text without end in parts',
      {
        type: 'page/analyse',
        request: { ...analyse, blocks: Array(2).fill({ ...blocks[0], text: 'x'.repeat(2_500_001) }) },
      },
      'bad-message',
    ],
    [
      'blocks without end',
      { type: 'page/analyse', request: { ...analyse, blocks: Array(20_001).fill(blocks[0]) } },
      'bad-message',
    ],
  ];
  it.each(bad)('refuses %s', async (_, message, key) => {
    await expect(ask(message, script)).rejects.toMatchObject({ key });
  });

  it('refuses an empty tag of our own page, which no filter could ask for', async () => {
    const message = { type: 'note/write', request: { id: 'a', tags: ['x', ''] } };
    await expect(ask(message, popup)).rejects.toMatchObject({ key: 'bad-message' });
  });

  it('says where a request goes wrong', async () => {
    const request = { ...analyse, blocks: [...blocks, { ...blocks[0], start: 'x' }] };
    await expect(ask({ type: 'page/analyse', request }, script)).rejects.toThrow(
      /page\/analyse: blocks\.1\.start: .*"x"/,
    );
  });

  it('never calls a handler or crashes on 2,000 messages of noise', async () => {
    const types = [...Object.keys(fromPageSchemas), ...Object.keys(fromExtensionSchemas)];
    const before = seen.length;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...types), fc.anything(), async (type, request) => {
        // Of the requests that noise could hit by chance, none has all fields optional but library/open.
        fc.pre(type !== 'library/open');
        await expect(ask({ type, request }, script)).rejects.toMatchObject({
          key: expect.stringMatching(/^(bad|unknown)-message$/),
        });
      }),
      { numRuns: 2000 },
    );
    expect(seen).toHaveLength(before);
  });
});
