/** The boundary lets through what our own code sends, to the letter: each type, with each form its parts can have. */

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Block, FromExtension, FromPage } from '../../../messages/protocol';
import { fromExtensionSchemas, fromPageSchemas } from '../../../messages/schemas';
import { page, target } from '../annotations/samples';

type Requests<P> = { readonly [K in keyof P]: readonly (P[K] extends { request: infer R } ? R : never)[] };

const kinds = ['headline', 'paragraph', 'list-item', 'quote'] as const;
const blocks: readonly Block[] = [
  ...kinds.map((kind, start) => ({ start, kind, text: 'x' })),
  {
    start: 9,
    pairsBefore: 1,
    kind: 'paragraph',
    text: 'four',
    runsOn: true,
    gap: ' ',
    marks: [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ],
    known: true,
  },
];
const correction = { argument: 'kelly/bases-limit-drift', stance: 'relates' } as const;
const anchors = (['anchored', 'uncertain', 'orphaned'] as const).map((state, i) => ({
  id: `a${i}`,
  anchor: { state, span: { start: 1, end: 2 } },
}));

const ofPages: Requests<FromPage> = {
  'sentinel/verdict': [{ relevant: true }, { relevant: false }],
  'page/analyse': [
    { visit: 'v', page, blocks, more: false },
    { visit: 'v', page: { ...page, authors: ['Min-ji'] }, blocks: [], more: true },
  ],
  'page/in-view': [{ visit: 'v' }, { visit: null }],
  'page/left': [{ visit: 'v' }],
  'page/anchors': [{ visit: 'v', anchors }],
  'annotation/verdict': (['found', 'confirmed', 'dismissed'] as const).map((verdict) => ({
    id: 'a',
    verdict,
  })),
  'annotation/correct': [
    { id: 'a', correction },
    { id: 'a', correction: null },
  ],
  'annotation/remove': [{ id: 'a' }],
  'annotation/restore': [{ id: 'a' }],
  'annotation/place': [{ id: 'a', target: target('x') }],
  'selection/rank': [{ text: 'x', before: '', after: 'y' }],
  'selection/add': [{ visit: 'v', page, target: target('x'), ...correction }],
  'note/open': [{ id: 'a' }],
  'library/open': [{ id: 'a' }, {}],
  'script/load': [{ script: 'hand' }, { script: 'readability' }, { script: 'anchoring' }],
};
const ofOurs: Requests<FromExtension> = {
  'tab/state': [{ tabId: 0 }],
  'tab/annotate': [{ tabId: 1 }],
  'tab/focus': [{ tabId: 1, id: 'a' }],
  'tab/place': [{ tabId: 1, id: 'a' }, { id: 'a' }],
  'text/analyse': [{ title: '', text: 'x', store: true }],
  'pages/refresh': [{ pageKeys: [] }, { pageKeys: [page.key] }],
  'note/claim': [{ token: 't' }],
  'note/write': [{ id: 'a' }, { id: 'a', note: 'x'.repeat(1_000_000) }, { id: 'a', tags: ['x'] }],
};

describe('a request', () => {
  const schemas: Readonly<Record<string, v.GenericSchema>> = { ...fromPageSchemas, ...fromExtensionSchemas };
  it.each(Object.entries({ ...ofPages, ...ofOurs }))('%s goes through whole', (type, requests) => {
    for (const request of requests)
      expect(v.parse(schemas[type] as v.GenericSchema, request)).toEqual(request);
  });

  it('whose marks go beyond the text, or back, does not', () => {
    for (const marks of [
      [{ start: 0, end: 2 }],
      [{ start: 1, end: 0 }],
      [
        { start: 0, end: 1 },
        { start: 0, end: 1 },
      ],
    ]) {
      const request = {
        visit: 'v',
        page,
        blocks: [{ start: 0, kind: 'paragraph', text: 'x', marks }],
        more: false,
      };
      expect(v.safeParse(fromPageSchemas['page/analyse'], request).success).toBe(false);
    }
  });
});
