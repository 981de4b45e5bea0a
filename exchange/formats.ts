/** The formats annotations are written in: a writer for each, the file's extension and its type. */
import type { Annotation } from '../annotations/types';
import { bibtexWriter } from './bibtex';
import { cslWriter } from './csl';
import { csvWriter } from './csv';
import { htmlWriter } from './html-report';
import { jsonWriter } from './json';
import { jsonLdWriter } from './jsonld';
import { markdownWriter } from './markdown';
import { plainWriter } from './plain';
import { risWriter } from './ris';
import { type OpenWriter, type WriteOptions, writeWhole } from './writer';

interface Format {
  readonly mime: string;
  /** Without the dot. */
  readonly extension: string;
  /** Begins a file that is written bit by bit. */
  readonly open: OpenWriter;
  /** Each claim is a line for itself: articles need not stay together. */
  readonly isTable?: true;
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
  csv: { mime: 'text/csv;charset=utf-8', extension: 'csv', open: csvWriter, isTable: true },
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
