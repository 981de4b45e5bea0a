import type { ArgumentNote, PageNote } from '../annotations/notes';
import type { Annotation, Tombstone } from '../annotations/types';
import type { ArgumentId } from '../essays/types';
import { bibtexWriter } from './bibtex';
import { cslWriter } from './csl';
import { csvWriter } from './csv';
import { htmlWriter } from './html-report';
import { jsonWriter } from './json';
import { jsonLdWriter } from './jsonld';
import { markdownWriter } from './markdown';
import { plainWriter } from './plain';
import { risWriter } from './ris';
import { type OpenWriter, writeWhole } from './writer';

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
  /** Begins a file that is written bit by bit. */
  readonly open: OpenWriter;
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
  markdown: {
    mime: 'text/markdown;charset=utf-8',
    extension: 'md',
    open: markdownWriter,
  },
  csv: { mime: 'text/csv;charset=utf-8', extension: 'csv', open: csvWriter },
  json: { mime: 'application/json', extension: 'json', open: jsonWriter },
  jsonld: { mime: 'application/ld+json', extension: 'jsonld', open: jsonLdWriter },
  ris: { mime: 'application/x-research-info-systems', extension: 'ris', open: risWriter },
  bibtex: { mime: 'application/x-bibtex', extension: 'bib', open: bibtexWriter },
  csl: {
    mime: 'application/vnd.citationstyles.csl+json',
    extension: 'csl.json',
    open: cslWriter,
  },
  html: { mime: 'text/html;charset=utf-8', extension: 'html', open: htmlWriter },
  plain: { mime: 'text/plain;charset=utf-8', extension: 'txt', open: plainWriter },
};

/** A list in a format, at once. */
export function writeAs(
  format: ExportFormat,
  annotations: readonly Annotation[],
  options: WriteOptions,
): string {
  return writeWhole(EXPORT_FORMATS[format].open, annotations, options);
}
