/** What a request must look like before anything else happens. Whatever does not fit is refused with its path. */
import * as v from 'valibot';
import {
  anchorSchema,
  argumentSchema,
  correctionSchema,
  idSchema,
  pageSchema,
  stanceSchema,
  tagsSchema,
  targetSchema,
  verdictSchema,
} from '../annotations/schemas';
import type { FromExtension, FromPage } from './protocol';

type Schemas<Protocol> = {
  readonly [K in keyof Protocol]: Protocol[K] extends { request: infer Request }
    ? v.GenericSchema<unknown, Request>
    : never;
};

/** No page has more blocks or annotations than this; a request that claims to is not one of ours. */
const MOST = 20_000;
/** Longest text taken in one piece, in UTF-16 code units: a very long book. */
const LONGEST = 5_000_000;

const visit = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const text = v.pipe(v.string(), v.maxLength(LONGEST));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tab = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const block = v.object({
  start: offset,
  pairsBefore: v.exactOptional(offset),
  kind: v.picklist(['headline', 'paragraph', 'list-item', 'quote']),
  text,
});
const blocks = v.pipe(
  v.array(block),
  v.maxLength(MOST),
  v.check(
    (list) => list.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST,
    `at most ${LONGEST} characters in all`,
  ),
);

const onId = v.object({ id: idSchema });

export const fromPageSchemas: Schemas<FromPage> = {
  'sentinel/verdict': v.object({ relevant: v.boolean() }),
  'page/analyse': v.object({ visit, page: pageSchema, blocks, more: v.boolean() }),
  'page/in-view': v.object({ visit: v.nullable(visit) }),
  'page/left': v.object({ visit }),
  'page/anchors': v.object({
    visit,
    anchors: v.pipe(v.array(v.object({ id: idSchema, anchor: anchorSchema })), v.maxLength(MOST)),
  }),
  'annotation/verdict': v.object({ id: idSchema, verdict: verdictSchema }),
  'annotation/correct': v.object({ id: idSchema, correction: v.nullable(correctionSchema) }),
  'annotation/remove': onId,
  'annotation/place': v.object({ id: idSchema, target: targetSchema }),
  'selection/rank': v.object({ text, prev: text, next: text }),
  'selection/add': v.object({
    visit,
    page: pageSchema,
    target: targetSchema,
    argument: argumentSchema,
    stance: stanceSchema,
  }),
  'note/open': onId,
  'library/open': v.object({ id: v.exactOptional(idSchema) }),
  'script/load': v.object({ script: v.picklist(['card', 'readability']) }),
};

export const fromExtensionSchemas: Schemas<FromExtension> = {
  'tab/state': v.object({ tabId: tab }),
  'tab/annotate': v.object({ tabId: tab }),
  'tab/focus': v.object({ tabId: tab, id: idSchema }),
  'tab/place': v.object({ tabId: v.exactOptional(tab), id: idSchema }),
  'text/analyse': v.object({ title: v.string(), text, store: v.boolean() }),
  'pages/refresh': v.object({ pageKeys: v.array(v.string()) }),
  'note/claim': v.object({ token: v.pipe(v.string(), v.maxLength(100)) }),
  'note/write': v.object({
    id: idSchema,
    note: v.exactOptional(v.string()),
    tags: v.exactOptional(tagsSchema),
  }),
};
