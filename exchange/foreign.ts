/** What a passage highlighted with another tool becomes: an annotation of the reader's own, without an argument yet. */
import * as v from 'valibot';
import { pageKeyOf, plainHost } from '../annotations/address';
import { hash32 } from '../annotations/quote-hash';
import { timeSchema } from '../annotations/schemas';
import type { Annotation, Page } from '../annotations/types';

export interface Passage {
  /** The other tool's id, or anything that stays the same from export to export. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Over the other tool's text of the page: a hint, no more. */
  readonly start: number;
  readonly note: string;
  readonly tags: readonly string[];
  /** ISO 8601 in UTC. */
  readonly created: string;
  readonly modified: string;
}

/** A version 8 UUID (RFC 9562) made of a text, so that the same passage is the same annotation at every import. */
function idFor(text: string): string {
  const hex = [1, 2, 3, 4].map((seed) => hash32(text, seed).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A page another tool knows by its address and title alone. */
export function pageOf(url: string, title: string): Page {
  const outlet = plainHost(new URL(url).hostname);
  return { key: pageKeyOf(url), url, title, outlet, published: '', language: '', fingerprint: '' };
}

/** The annotation a passage becomes: added by the reader, its place to be found when the page is next open. */
export function annotationOf(passage: Passage, tool: string): Annotation {
  const { url, exact, created, modified } = passage;
  return {
    id: idFor(`${tool} ${passage.id}`),
    page: pageOf(url, passage.title),
    target: {
      quote: { type: 'TextQuoteSelector', exact, prefix: passage.prefix, suffix: passage.suffix },
      position: {
        type: 'TextPositionSelector',
        start: passage.start,
        end: passage.start + exact.length,
      },
      paragraph: exact,
      headline: passage.title,
    },
    matches: [],
    verdict: 'added',
    correction: null,
    note: passage.note,
    tags: passage.tags,
    engine: '',
    anchor: { state: 'uncertain', reason: 'changed' },
    created,
    modified,
    touched: {
      verdict: modified,
      target: modified,
      ...(passage.note ? { note: modified } : {}),
      ...(passage.tags.length ? { tags: modified } : {}),
    },
  };
}

/** A time of any ISO form as ours; the given one where it is none, or none we take. */
export function timeOr(text: unknown, otherwise: string): string {
  const time = typeof text === 'string' || typeof text === 'number' ? new Date(text) : null;
  const ours = v.safeParse(timeSchema, time && !Number.isNaN(time.getTime()) ? time.toISOString() : null);
  return ours.success ? ours.output : otherwise;
}

/** Tags without blanks around them, each once. */
export function cleanTags(tags: readonly unknown[]): string[] {
  const texts = tags.flatMap((tag) => (typeof tag === 'string' ? tag.trim().replace(/\s+/g, ' ') : []));
  return [...new Set(texts.filter(Boolean))];
}
