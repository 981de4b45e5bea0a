import type { Annotation, ReaderField } from './types';

/** The last time of a year with four digits: later ones do not compare as strings. */
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** A time after `before`, also when the clock was set back: the reader's later word must stay the later one. */
export function stampAfter(before: string | undefined, now: string): string {
  if (before === undefined || before < now) return now;
  return new Date(Math.min(Date.parse(before) + 1, LAST)).toISOString();
}

/**
 * The annotation with one of the reader's fields written.
 * @param now ISO 8601 in UTC
 */
export function withField<F extends ReaderField>(
  a: Annotation,
  field: F,
  value: Annotation[F],
  now: string,
): Annotation {
  const stamp = stampAfter(a.touched[field], now);
  const touched = { ...a.touched, [field]: stamp };
  const written = { ...a, [field]: value, touched, modified: stampAfter(a.modified, stamp) };
  // Cues are spans of the quote they were found in: in other words they would mark the wrong ones.
  const isOther = written.target.quote.exact !== a.target.quote.exact;
  return isOther ? { ...written, matches: a.matches.map((match) => ({ ...match, cues: [] })) } : written;
}
