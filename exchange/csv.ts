import Papa from 'papaparse';
import type { Annotation } from '../annotations/types';
import { linkOf, wellFormed } from './citation';
import type { OpenWriter } from './writer';

/** The columns, in order, with what stands in them. */
const COLUMNS: readonly (readonly [name: string, value: (a: Annotation) => string | number])[] = [
  ['id', (a) => a.id],
  ['claim', (a) => a.target.quote.exact],
  ['argument', (a) => linkOf(a)?.argument ?? ''],
  ['argument label', (a) => linkOf(a)?.label ?? ''],
  /** `echoes`, `challenges` or `relates`. */
  ['stance', (a) => linkOf(a)?.stance ?? ''],
  /** 0 to 1, three digits; empty where the reader chose argument or stance. */
  ['confidence', (a) => linkOf(a)?.confidence?.toFixed(3) ?? ''],
  /** `found`, `confirmed`, `dismissed` or `added`. */
  ['verdict', (a) => a.verdict],
  ['note', (a) => a.note],
  /** Separated by `; `. */
  ['tags', (a) => a.tags.join('; ')],
  ['title', (a) => a.page.title],
  /** Separated by `; `. */
  ['authors', (a) => (a.page.authors ?? []).join('; ')],
  ['outlet', (a) => a.page.outlet],
  /** ISO 8601, as the page gives it. */
  ['published', (a) => a.page.published],
  ['address', (a) => a.page.url],
  ['essay', (a) => linkOf(a)?.credit ?? ''],
  ['essay address', (a) => linkOf(a)?.url ?? ''],
  /** `anchored`, `uncertain` or `orphaned`. */
  ['place', (a) => a.anchor.state],
  /** ISO 8601 in UTC. */
  ['created', (a) => a.created],
  ['modified', (a) => a.modified],
  ['engine', (a) => a.engine],
];

/**
 * What a spreadsheet might take for a formula, also after white space or in full-width form; it gets an apostrophe
 * before it (OWASP, "CSV Injection"). Papa's own pattern overlooks cells of several lines.
 */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠|%]|^[\t\r\n]/;

/**
 * The same within a cell, where another reader has one begin: after a semicolon (the separator where decimals have a
 * comma), a tab, or a line's break, for quotes mean nothing to it that do not open what it takes for the cell. The sign
 * is asked for first: looking back from everywhere takes a time that grows with the square of the text.
 */
const FORMULA_WITHIN = /(?=[=+\-@＝＋－＠|%])(?<=[;\t\r\n][\s"]*'*)/g;

const PAPA = { escapeFormulae: FORMULA, newline: '\r\n' };

const plain = (cell: string | number) =>
  typeof cell === 'string' ? cell.replace(FORMULA_WITHIN, "'") : cell;

/**
 * Rows as CSV (RFC 4180), each with its line break; no cell of theirs is a formula to a spreadsheet, whether it cuts
 * them at commas, semicolons or tabs.
 */
export function csvRows(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(plain));
  return rows.length ? wellFormed(`${Papa.unparse(cells, PAPA)}\r\n`) : '';
}

/** The first line of a CSV, with the names of its columns; after a byte order mark, without which Excel misreads UTF-8. */
export function csvHead(names: readonly string[]): string {
  return `\ufeff${csvRows([names])}`;
}

/** Annotations as CSV (RFC 4180), a header line first. */
export const csvWriter: OpenWriter = () => ({
  head: csvHead(COLUMNS.map(([name]) => name)),
  slice: (annotations) => csvRows(annotations.map((a) => COLUMNS.map(([, value]) => value(a)))),
  foot: () => '',
});
