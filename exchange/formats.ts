import type { Annotation, Tombstone } from '../annotations/types';
import { toCsv } from './csv';
import { toJson } from './json';
import { toMarkdown } from './markdown';

export interface WriteOptions {
  /** ISO 8601 in UTC: when this is written. */
  readonly exported: string;
  /** What remains of removed annotations; only the lossless format carries them. */
  readonly tombstones?: readonly Tombstone[];
}

export interface Format {
  readonly mime: string;
  /** Without the dot. */
  readonly extension: string;
  readonly write: (annotations: readonly Annotation[], options: WriteOptions) => string;
}

export type ExportFormat = 'markdown' | 'csv' | 'json';

/** Every format annotations are written in. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormat, Format>> = {
  markdown: { mime: 'text/markdown;charset=utf-8', extension: 'md', write: toMarkdown },
  csv: { mime: 'text/csv;charset=utf-8', extension: 'csv', write: toCsv },
  json: { mime: 'application/json', extension: 'json', write: toJson },
};
