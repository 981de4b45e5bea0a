import type { ArgumentNote, PageNote } from '../annotations/notes';
import type { Annotation, Tombstone } from '../annotations/types';
import type { ArgumentId } from '../essays/types';
import { toBibtex } from './bibtex';
import { toCsl } from './csl';
import { toCsv } from './csv';
import { toHtmlReport } from './html-report';
import { toJson } from './json';
import { toJsonLd } from './jsonld';
import { toMarkdown } from './markdown';
import { toPlain } from './plain';
import { toRis } from './ris';

export interface WriteOptions {
  /** ISO 8601 in UTC: when this is written. */
  readonly exported: string;
  /** What remains of removed annotations; only the lossless format carries them. */
  readonly tombstones?: readonly Tombstone[];
  /** The reader's notes on arguments and on whole articles. */
  readonly argumentNotes?: readonly ArgumentNote[];
  readonly pageNotes?: readonly PageNote[];
  /** The argument all of it is about: its thesis and the reader's note on it come first. */
  readonly argument?: ArgumentId;
}

export interface Format {
  readonly mime: string;
  /** Without the dot. */
  readonly extension: string;
  readonly write: (annotations: readonly Annotation[], options: WriteOptions) => string;
}

export type ExportFormat =
  | 'markdown'
  | 'csv'
  | 'json'
  | 'jsonld'
  | 'ris'
  | 'bibtex'
  | 'csl'
  | 'html'
  | 'plain';

/** Every format annotations are written in. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormat, Format>> = {
  markdown: { mime: 'text/markdown;charset=utf-8', extension: 'md', write: toMarkdown },
  csv: { mime: 'text/csv;charset=utf-8', extension: 'csv', write: toCsv },
  json: { mime: 'application/json', extension: 'json', write: toJson },
  jsonld: { mime: 'application/ld+json', extension: 'jsonld', write: toJsonLd },
  ris: { mime: 'application/x-research-info-systems', extension: 'ris', write: toRis },
  bibtex: { mime: 'application/x-bibtex', extension: 'bib', write: toBibtex },
  csl: { mime: 'application/vnd.citationstyles.csl+json', extension: 'csl.json', write: toCsl },
  html: { mime: 'text/html;charset=utf-8', extension: 'html', write: toHtmlReport },
  plain: { mime: 'text/plain;charset=utf-8', extension: 'txt', write: toPlain },
};
