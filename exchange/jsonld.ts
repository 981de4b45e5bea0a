/**
 * Annotations as a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/) and back. Offsets are code
 * points there, UTF-16 code units here. What the model has no words for travels as a JSON literal of our own.
 */
import * as v from 'valibot';
import { annotationSchema } from '../annotations/schemas';
import type { Annotation, Target } from '../annotations/types';
import { linkOf, STANCE_WORDS, safeUrl, VERDICT_WORDS, wellFormed } from './citation';
import type { WriteOptions } from './formats';
import { checkRecords, type Imported } from './records';

const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    tightrope: 'urn:tightrope:',
    'tightrope:annotation': { '@id': 'urn:tightrope:annotation', '@type': '@json' },
  },
];

/** An annotation's address; ids of ours are UUIDs, those of an imported file may be anything. */
const idOf = (id: string) => `urn:tightrope:${encodeURIComponent(wellFormed(id))}`;

/** Length of a text in code points. */
const points = (text: string) => [...text].length;

/** The position in code points. Where nobody counted the pairs before it, there are taken to be none. */
function positionOf({ position, quote }: Target) {
  const start = Math.max(0, position.start - (position.pairsBefore ?? 0));
  const length =
    position.end - position.start === quote.exact.length
      ? points(quote.exact)
      : position.end - position.start;
  return { type: 'TextPositionSelector', start, end: start + length };
}

function bodiesOf(a: Annotation) {
  const link = linkOf(a);
  const text = (value: string, purpose: string) => ({
    type: 'TextualBody',
    value: wellFormed(value),
    format: 'text/plain',
    purpose,
  });
  return [
    ...(link
      ? [
          { type: 'SpecificResource', source: link.url, purpose: 'linking' },
          text(`${STANCE_WORDS[link.stance]}: ${link.label}`, 'classifying'),
        ]
      : []),
    ...(a.verdict === 'found' ? [] : [text(VERDICT_WORDS[a.verdict], 'assessing')]),
    ...(a.note ? [{ ...text(a.note, 'commenting'), format: 'text/markdown' }] : []),
    ...a.tags.map((tag) => text(tag, 'tagging')),
  ];
}

function itemOf(a: Annotation) {
  const { exact, prefix, suffix } = a.target.quote;
  return {
    id: idOf(a.id),
    type: 'Annotation',
    motivation: a.note ? 'commenting' : 'classifying',
    created: a.created,
    modified: a.modified,
    body: bodiesOf(a),
    target: {
      type: 'SpecificResource',
      source: safeUrl(a.page.url) || `urn:tightrope:text:${encodeURIComponent(wellFormed(a.page.key))}`,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: wellFormed(exact),
          ...(prefix ? { prefix: wellFormed(prefix) } : {}),
          ...(suffix ? { suffix: wellFormed(suffix) } : {}),
        },
        positionOf(a.target),
      ],
    },
    'tightrope:annotation': a,
  };
}

/**
 * Annotations as an AnnotationCollection of one page.
 * @param options.exported ISO 8601 in UTC
 */
export function toJsonLd(annotations: readonly Annotation[], { exported }: WriteOptions): string {
  const id = `urn:tightrope:export:${exported}`;
  const collection = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: 'Tightrope notes',
    created: exported,
    total: annotations.length,
    ...(annotations.length
      ? {
          first: {
            id: `${id}:1`,
            type: 'AnnotationPage',
            partOf: id,
            startIndex: 0,
            items: annotations.map(itemOf),
          },
        }
      : {}),
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

/** Annotations from what `toJsonLd` writes. Never throws: what is wrong is listed, what is right is taken. */
export function fromJsonLd(file: unknown): Imported {
  const collection = v.safeParse(
    v.object({
      type: v.literal('AnnotationCollection'),
      first: v.optional(v.object({ items: v.array(v.unknown()) }), { items: [] }),
    }),
    file,
  );
  if (!collection.success) {
    const [issue] = collection.issues;
    const problem = `This is no annotation collection of Tightrope (${issue.message}).`;
    return {
      records: [],
      tombstones: [],
      errors: [{ record: 0, id: '', path: v.getDotPath(issue) ?? '', problem }],
    };
  }
  const inner = collection.output.first.items.map(
    (item) => (item as { 'tightrope:annotation'?: unknown } | null)?.['tightrope:annotation'],
  );
  const { taken, errors } = checkRecords(inner, annotationSchema, 'tightrope:annotation.');
  return { records: taken, tombstones: [], errors };
}
