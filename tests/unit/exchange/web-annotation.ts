/**
 * The published shape of the Web Annotation Data Model (W3C Recommendation, 23 February 2017), as far as an export
 * can touch it. Sections in brackets. Stricter than the working group's own JSON schemas where those let an end come
 * before its start.
 */
import * as v from 'valibot';

const iri = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && !/[\s<>"{}|\\^`]/.test(text), 'an absolute IRI'),
);
/** Any value where one or several may stand; at least one. */
const oneOrMore = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.union([schema, v.pipe(v.array(schema), v.minLength(1))]);
/** [3.3.1] xsd:dateTime in UTC, expressed as `Z`. */
const time = v.pipe(v.string(), v.regex(/^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));
/** [3.3.5] */
export const MOTIVATIONS = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
] as const;
const motivation = v.picklist(MOTIVATIONS);
const mime = v.pipe(v.string(), v.regex(/^[a-z]+\/[\w.+-]+$/));
/** Text JSON-LD can hold: no lone surrogates. */
const text = v.pipe(
  v.string(),
  v.check((value) => !/\p{Cs}/u.test(value), 'well-formed text'),
);

/** [4.2.4] */
const quoteSelector = v.strictObject({
  type: v.literal('TextQuoteSelector'),
  exact: text,
  prefix: v.exactOptional(text),
  suffix: v.exactOptional(text),
});
/** [4.2.5] zero-based, in code points, the end not included. */
const positionSelector = v.pipe(
  v.strictObject({
    type: v.literal('TextPositionSelector'),
    start: v.pipe(v.number(), v.integer(), v.minValue(0)),
    end: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  v.check(({ start, end }) => start <= end, 'an end not before its start'),
);

/** [3.2.4] */
const textualBody = v.strictObject({
  type: oneOrMore(v.literal('TextualBody')),
  value: text,
  format: v.exactOptional(mime),
  language: v.exactOptional(v.string()),
  purpose: v.exactOptional(oneOrMore(motivation)),
});
/** [4] */
const specificResource = v.strictObject({
  id: v.exactOptional(iri),
  type: v.exactOptional(v.literal('SpecificResource')),
  source: iri,
  purpose: v.exactOptional(oneOrMore(motivation)),
  selector: v.exactOptional(oneOrMore(v.union([quoteSelector, positionSelector]))),
});

/** [3.1] An annotation; further keys only under a prefix the context explains. */
const annotation = v.pipe(
  v.looseObject({
    id: iri,
    type: v.literal('Annotation'),
    motivation: v.exactOptional(oneOrMore(motivation)),
    created: v.exactOptional(time),
    modified: v.exactOptional(time),
    body: v.exactOptional(v.union([iri, v.array(v.union([textualBody, specificResource]))])),
    target: oneOrMore(v.union([iri, specificResource])),
  }),
  v.check(
    (item) =>
      Object.keys(item).every((key) =>
        /^(id|type|motivation|created|modified|body|target|tightrope:\w+)$/.test(key),
      ),
    'keys of the model, or of our own prefix',
  ),
);

/** [5.1, 5.2] A collection with its first page in it. */
export const collectionSchema = v.pipe(
  v.strictObject({
    '@context': v.pipe(
      v.array(v.union([v.string(), v.record(v.string(), v.unknown())])),
      v.check(([first]) => first === 'http://www.w3.org/ns/anno.jsonld', 'the model’s context first'),
    ),
    id: iri,
    type: oneOrMore(v.literal('AnnotationCollection')),
    label: v.string(),
    created: time,
    total: v.pipe(v.number(), v.integer(), v.minValue(0)),
    first: v.exactOptional(
      v.strictObject({
        id: iri,
        type: v.literal('AnnotationPage'),
        partOf: iri,
        startIndex: v.literal(0),
        items: v.pipe(v.array(annotation), v.minLength(1)),
      }),
    ),
  }),
  v.check(({ total, first }) => total === (first?.items.length ?? 0), 'a total that is that of its items'),
  v.check(({ id, first }) => !first || first.partOf === id, 'a page that is part of this collection'),
);
