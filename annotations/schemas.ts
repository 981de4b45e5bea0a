/** The annotation's shape, checked: for whatever comes from a page, a file or another version of ourselves. */
import * as v from 'valibot';
import { STANCES } from '../engine/types';
import { isArgumentId } from '../essays/catalogue';
import type { ArgumentId } from '../essays/types';
import { LONGEST_NAME } from './saved-view';
import { ANCHOR_REASONS, ANCHOR_STATES, VERDICTS } from './types';

/** What our own checks ask for. The words are for whoever builds on this; exchange/problems.ts goes by the names. */
export const EXPECTED = {
  span: 'a span whose end is not before its start',
  argument: 'the id of an argument of the catalogue',
  time: 'a time such as 2021-04-02T09:30:00.000Z',
  quote: 'a quote that is not empty',
  position: 'a position whose end is not before its start',
  id: 'an id',
  tag: 'a tag that is not empty',
  pageKey: 'the key of a page',
  view: 'a name that is neither empty nor too long',
} as const;

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Half-open; an end before its start is refused. */
const spanEntries = { start: offset, end: offset };
const inOrder = (span: { start: number; end: number }) => span.start <= span.end;
const spanSchema = v.pipe(
  v.object(spanEntries),
  v.check((span) => inOrder(span), EXPECTED.span),
);

export const argumentSchema = v.custom<ArgumentId>(isArgumentId, EXPECTED.argument);
export const stanceSchema = v.picklist(STANCES);
export const verdictSchema = v.picklist(VERDICTS);

/** ISO 8601 in UTC as `Date.toISOString` writes it, of a year with four digits, so that times compare as strings. */
export const timeSchema = v.pipe(
  v.string(),
  v.check((text) => {
    const time = Date.parse(text);
    return /^\d{4}-/.test(text) && !Number.isNaN(time) && new Date(time).toISOString() === text;
  }, EXPECTED.time),
);

export const correctionSchema = v.object({ argument: argumentSchema, stance: stanceSchema });

export const targetSchema = v.object({
  quote: v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.pipe(v.string(), v.nonEmpty(EXPECTED.quote)),
    prefix: v.string(),
    suffix: v.string(),
  }),
  position: v.pipe(
    v.object({
      type: v.literal('TextPositionSelector'),
      ...spanEntries,
      pairsBefore: v.exactOptional(offset),
    }),
    v.check((position) => inOrder(position), EXPECTED.position),
  ),
  paragraph: v.string(),
  headline: v.string(),
});

export const anchorSchema = v.object({
  state: v.picklist(ANCHOR_STATES),
  reason: v.exactOptional(v.picklist(ANCHOR_REASONS)),
  span: v.exactOptional(spanSchema),
});

/** A page with an identity. */
const pageSchema = v.object({
  key: v.pipe(v.string(), v.nonEmpty(EXPECTED.pageKey)),
  url: v.string(),
  title: v.string(),
  authors: v.exactOptional(v.array(v.string())),
  outlet: v.string(),
  published: v.string(),
  language: v.string(),
  fingerprint: v.string(),
});

const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const matchSchema = v.object({
  argument: argumentSchema,
  stance: stanceSchema,
  confidence: unit,
  engineConfidence: v.exactOptional(unit),
  cues: v.array(spanSchema),
  why: v.object({
    actors: v.array(v.string()),
    direction: v.exactOptional(v.object({ from: v.string(), to: v.string() })),
    runnerUp: v.exactOptional(v.object({ argument: argumentSchema, behind: unit })),
    deciding: v.array(v.string()),
    stanceWords: v.array(v.string()),
  }),
});

export const idSchema = v.pipe(v.string(), v.nonEmpty(EXPECTED.id), v.maxLength(100));
export const tagsSchema = v.array(v.pipe(v.string(), v.nonEmpty(EXPECTED.tag)));

export const annotationSchema = v.object({
  id: idSchema,
  page: pageSchema,
  target: targetSchema,
  matches: v.array(matchSchema),
  verdict: verdictSchema,
  correction: v.nullable(correctionSchema),
  note: v.string(),
  tags: tagsSchema,
  engine: v.string(),
  anchor: anchorSchema,
  created: timeSchema,
  modified: timeSchema,
  touched: v.object({
    verdict: v.exactOptional(timeSchema),
    correction: v.exactOptional(timeSchema),
    note: v.exactOptional(timeSchema),
    tags: v.exactOptional(timeSchema),
    target: v.exactOptional(timeSchema),
  }),
});

export const tombstoneSchema = v.object({
  id: idSchema,
  pageKey: v.string(),
  quoteHash: v.string(),
  deleted: timeSchema,
});

export const argumentNoteSchema = v.object({
  argument: argumentSchema,
  text: v.string(),
  modified: timeSchema,
});

export const pageNoteSchema = v.object({ page: pageSchema, text: v.string(), modified: timeSchema });

export const savedViewSchema = v.object({
  name: v.pipe(v.string(), v.nonEmpty(EXPECTED.view), v.maxLength(LONGEST_NAME, EXPECTED.view)),
  hash: v.string(),
  created: timeSchema,
});
