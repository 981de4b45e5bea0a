/**
 * Annotations as a W3C Web Annotation collection (https://www.w3.org/TR/annotation-model/) and back. Offsets are code
 * points there, UTF-16 code units here. What the model has no words for travels as a JSON literal of our own.
 */
import * as v from 'valibot';
import type { ArgumentNote, PageNote } from '../annotations/notes';
import { annotationSchema, argumentNoteSchema, pageNoteSchema } from '../annotations/schemas';
import type { Annotation, Page, Target } from '../annotations/types';
import { paragraphLink } from '../essays/links';
import { linkOf, STANCE_WORDS, safeUrl, VERDICT_WORDS, wellFormed } from './citation';
import { shapesOf } from './problems';
import { checkRecords, failedFile, type Imported, imported, type OnChecked } from './records';
import { joining, type OpenWriter } from './writer';

const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    tightrope: 'urn:tightrope:',
    'tightrope:annotation': { '@id': 'urn:tightrope:annotation', '@type': '@json' },
    'tightrope:argumentNote': { '@id': 'urn:tightrope:argumentNote', '@type': '@json' },
    'tightrope:pageNote': { '@id': 'urn:tightrope:pageNote', '@type': '@json' },
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

/** The article's address; a name of our own for pasted text. */
const sourceOf = ({ url, key }: Page) =>
  safeUrl(url) || `urn:tightrope:text:${encodeURIComponent(wellFormed(key))}`;

/** Who wrote the article. Beside the target: in it the working group's own schemas take a source for an address alone. */
function creatorsOf(page: Page) {
  const names = (page.authors ?? []).filter(Boolean).map(wellFormed);
  if (!names.length) return {};
  return { 'tightrope:source': { id: sourceOf(page), creator: names.map((name) => ({ name })) } };
}

const text = (value: string, purpose: string) => ({
  type: 'TextualBody',
  value: wellFormed(value),
  format: 'text/plain',
  purpose,
});

function bodiesOf(a: Annotation) {
  const link = linkOf(a);
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
  const bodies = bodiesOf(a);
  return {
    id: idOf(a.id),
    type: 'Annotation',
    motivation: a.note ? 'commenting' : 'classifying',
    created: a.created,
    modified: a.modified,
    // The model knows annotations without a body, but no empty list of them.
    ...(bodies.length > 0 && { body: bodies }),
    target: {
      type: 'SpecificResource',
      source: sourceOf(a.page),
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
    ...creatorsOf(a.page),
    'tightrope:annotation': a,
  };
}

/** A note on a whole resource: an argument's paragraph, an article. */
function noteItem(id: string, source: string, { text: words, modified }: ArgumentNote | PageNote) {
  return {
    id: `urn:tightrope:${id}`,
    type: 'Annotation',
    motivation: 'commenting',
    modified,
    // A note taken back says nothing; the model asks for no body then.
    ...(words ? { body: [{ ...text(words, 'commenting'), format: 'text/markdown' }] } : {}),
    target: source,
  };
}

const argumentItem = (note: ArgumentNote) => ({
  ...noteItem(`note:${note.argument}`, paragraphLink(note.argument), note),
  'tightrope:argumentNote': note,
});

const pageItem = (note: PageNote) => ({
  ...noteItem(`note:${encodeURIComponent(wellFormed(note.page.key))}`, sourceOf(note.page), note),
  'tightrope:pageNote': note,
});

/** Annotations, and notes on arguments and articles, as an AnnotationCollection of one page; one item to a line. */
export const jsonLdWriter: OpenWriter = (_, { exported, argumentNotes = [], pageNotes = [] }) => {
  const id = `urn:tightrope:export:${exported}`;
  const join = joining(',\n');
  let total = 0;
  const add = (items: readonly object[]) => {
    if (!items.length) return '';
    const page = { id: `${id}:1`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
    const opening = total ? '' : `\n"first":${JSON.stringify(page).slice(0, -1)},"items":[\n`;
    total += items.length;
    return opening + join(items.map((item) => JSON.stringify(item)));
  };
  const collection = { '@context': CONTEXT, id, type: 'AnnotationCollection' };
  const about = { label: 'Tightrope notes', created: exported };
  return {
    head: `${JSON.stringify({ ...collection, ...about }).slice(0, -1)},`,
    slice: (annotations) => add(annotations.map(itemOf)),
    foot() {
      const notes = add([...argumentNotes.map(argumentItem), ...pageNotes.map(pageItem)]);
      return `${notes}${total ? '\n]},' : ''}\n"total":${total}}\n`;
    },
  };
};

/** Annotations from a parsed JSON-LD of ours. Never throws: what is wrong is listed, what is right is taken. */
export function fromJsonLd(file: unknown, onChecked?: OnChecked): Imported {
  const collection = v.safeParse(
    v.object({
      type: v.literal('AnnotationCollection'),
      first: v.optional(v.object({ items: v.array(v.unknown()) }), { items: [] }),
    }),
    file,
  );
  if (!collection.success) {
    const [issue] = collection.issues;
    return failedFile(v.getDotPath(issue) ?? '', { key: 'no-collection', values: shapesOf(issue) });
  }
  const { items } = collection.output.first;
  const inner = (name: string) => items.map((item) => (item as Record<string, unknown> | null)?.[name]);
  const isNote = (item: unknown) =>
    typeof item === 'object' &&
    item !== null &&
    ('tightrope:argumentNote' in item || 'tightrope:pageNote' in item);
  const { taken, errors } = checkRecords(
    // An item that is neither note nor annotation of ours is an annotation that is missing.
    inner('tightrope:annotation').map((one, i) => (isNote(items[i]) ? undefined : (one ?? null))),
    annotationSchema,
    'tightrope:annotation.',
    onChecked,
  );
  const onArguments = checkRecords(
    inner('tightrope:argumentNote'),
    argumentNoteSchema,
    'tightrope:argumentNote.',
  );
  const onPages = checkRecords(inner('tightrope:pageNote'), pageNoteSchema, 'tightrope:pageNote.');
  return imported({
    records: taken,
    argumentNotes: onArguments.taken,
    pageNotes: onPages.taken,
    errors: [...errors, ...onArguments.errors, ...onPages.errors],
  });
}
