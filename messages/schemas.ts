/** What a request must look like before anything else happens. Whatever does not fit is refused with its path. */
import * as v from 'valibot';
import { LONGEST_LINK } from '../annotations/address';
import {
  anchorSchema,
  argumentSchema,
  correctionSchema,
  idSchema,
  stanceSchema,
  tagsSchema,
  targetSchema,
  verdictSchema,
} from '../annotations/schemas';
import { NEIGHBOURS } from '../annotations/surroundings';
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

/** Longest passage that is stored (a claim, the paragraph around it): none of our own scripts sends as much. */
const PASSAGE = 100_000;
/** The same of what is a line: a headline, a name, a few words before and after a claim. */
const LINE = 2_500;
/** Most authors of one article, and the longest name (page/article/authors.ts sends no more, and no longer ones). */
const AUTHORS = 20;
const NAME = 200;
/** Longest address that is read. */
export const LONGEST_ADDRESS = 10_000;

const upTo = (most: number) => v.pipe(v.string(), v.maxLength(most));
const visit = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const text = upTo(LONGEST);
const passage = upTo(PASSAGE);
const line = upTo(LINE);
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tab = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const textBlock = v.object({
  start: offset,
  pairsBefore: v.exactOptional(offset),
  kind: v.picklist(['headline', 'paragraph', 'list-item', 'quote']),
  text,
  runsOn: v.exactOptional(v.literal(true)),
  gap: v.exactOptional(upTo(NEIGHBOURS)),
  marks: v.exactOptional(v.pipe(v.array(v.object({ start: offset, end: offset })), v.maxLength(MOST))),
  known: v.exactOptional(v.literal(true)),
});
const block = v.pipe(
  textBlock,
  v.check(
    ({ text, marks = [] }) =>
      marks.every(
        ({ start, end }, i) => (marks[i - 1]?.end ?? 0) <= start && start <= end && end <= text.length,
      ),
    'marks in their order, within the text',
  ),
);
const blocks = v.pipe(
  v.array(block),
  v.maxLength(MOST),
  v.check(
    (list) => list.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST,
    `at most ${LONGEST} characters in all`,
  ),
);

/** A page's word on itself and on its text is stored with each of its claims. */
const page = v.object({
  key: upTo(LONGEST_LINK),
  url: upTo(LONGEST_ADDRESS),
  title: line,
  authors: v.exactOptional(v.pipe(v.array(upTo(NAME)), v.maxLength(AUTHORS))),
  outlet: line,
  published: line,
  language: line,
  fingerprint: line,
});
const { quote } = targetSchema.entries;
const target = v.object({
  ...targetSchema.entries,
  quote: v.object({
    ...quote.entries,
    exact: v.pipe(quote.entries.exact, v.maxLength(PASSAGE)),
    prefix: line,
    suffix: line,
  }),
  paragraph: passage,
  headline: line,
});

const onId = v.object({ id: idSchema });

export const fromPageSchemas: Schemas<FromPage> = {
  'sentinel/verdict': v.object({ relevant: v.boolean() }),
  'page/analyse': v.object({ visit, page, blocks, more: v.boolean() }),
  'page/in-view': v.object({ visit: v.nullable(visit) }),
  'page/left': v.object({ visit }),
  'page/anchors': v.object({
    visit,
    anchors: v.pipe(v.array(v.object({ id: idSchema, anchor: anchorSchema })), v.maxLength(MOST)),
  }),
  'annotation/verdict': v.object({ id: idSchema, verdict: verdictSchema }),
  'annotation/correct': v.object({ id: idSchema, correction: v.nullable(correctionSchema) }),
  'annotation/remove': onId,
  'annotation/restore': onId,
  'annotation/place': v.object({ id: idSchema, target }),
  'selection/rank': v.object({ text: passage, before: line, after: line }),
  'selection/add': v.object({
    visit,
    page,
    target,
    argument: argumentSchema,
    stance: stanceSchema,
  }),
  'note/open': onId,
  'library/open': v.object({ id: v.exactOptional(idSchema) }),
  'script/load': v.object({ script: v.picklist(['hand', 'readability', 'anchoring']) }),
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
