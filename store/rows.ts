import type { Annotation, Page } from '../annotations/types';
import type { ArgumentId } from '../essays/types';

/** An annotation as it lies in the table: itself. */
export interface AnnotationRow extends Annotation {
  /** In rows that were written before version 3 of the schema, for an index there was. */
  readonly linked?: readonly ArgumentId[];
}

/** A page something was found or written on. */
export interface PageRow {
  readonly key: string;
  /** The host of the key, without port: pages with the same text are sought within it. */
  readonly site: string;
  readonly page: Page;
  /** ISO 8601: when it was last analysed. */
  readonly seen: string;
}

/** A removed annotation, kept whole until the browser session ends so that the removal can be undone. */
export interface RemovedRow {
  readonly id: string;
  readonly removed: string;
  readonly annotation: Annotation;
}

/** A copy of everything, as the lossless export writes it, compressed. */
export interface BackupRow {
  /** ISO 8601: when it was made; empty in the one row that is no copy (`services/backup.ts`). */
  readonly made: string;
  /** gzip of the JSON export in UTF-8. */
  readonly bytes: Uint8Array;
  readonly claims: number;
}

/** The annotation in a row. */
export function fromRow({ linked: _, ...annotation }: AnnotationRow): Annotation {
  return annotation;
}
