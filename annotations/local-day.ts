/** Days of the reader's own calendar, as `2026-03-01`, and the times they begin at. */

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

/** When a day begins, ISO 8601 in UTC; undefined for what is no day. */
export function startOfDay(day: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
  const start = new Date(`${day}T00:00`);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}

/** A day as a span of time, ISO 8601 in UTC: from (included) to (excluded); undefined for what is no day. */
export function spanOfDay(day: string): { readonly from: string; readonly to: string } | undefined {
  const from = startOfDay(day);
  const to = startOfDay(dayAfter(day, 1));
  return from && to ? { from, to } : undefined;
}

/** The day so many days after another; empty for what is no day. */
export function dayAfter(day: string, days: number): string {
  const start = startOfDay(day);
  if (!start) return '';
  const date = new Date(start);
  date.setDate(date.getDate() + days);
  return localDay(date.toISOString());
}
