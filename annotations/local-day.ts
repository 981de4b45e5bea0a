/** The day a time falls on in the reader's own calendar, as `2026-03-01`; empty for what is no time. */
export function localDay(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return '';
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/**
 * The day a page says it was published on: as it is written where that is a day alone or a time with its offset, the
 * reader's own of a time in UTC; empty where there is none.
 */
export function publishedDay(published: string): string {
  return /^(\d{4}-\d\d-\d\d)(?:T.*[+-]\d\d:\d\d)?$/.exec(published)?.[1] ?? localDay(published);
}
