/** The day of publication, as pages write it. */
import { localDay } from '../../annotations/local-day';

const NUMERIC =
  /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ]+(\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;
const OFFSET = /([+-]\d\d):?(\d\d)$/;
/** After a clock's time only: "02-04-2021" ends in none. */
const CLOCK_OFFSET = /\d:\d\d(?::\d\d)? *(?:GMT|UTC)?([+-])(\d\d):?(\d\d)(?: *\(.*\))?$/;
/** A zone by its name, which Unix writes before the year. Of the others `Date.parse` knows none. */
const NAMED = /\b(GMT|UTC?|Z|[ECMP][SD]T)(?: \d{4})?$/i;
/** Hours from UTC of the North American zones, which pages write by name. */
const HOURS: Readonly<Record<string, number>> = {
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
/** Characters of the longest date, a zone's full name and all: a longer text is none, and takes long to look through. */
const LONGEST = 100;
/** A month, as think tanks and journals give it: not every browser's `Date.parse` knows this form. */
const MONTH = /^(\d{4})[-/](\d\d?)$/;
/** Milliseconds from 1970 beyond which a date is none of an article's, and may not be written in four digits. */
const FARTHEST = Date.UTC(9999, 0);

/**
 * ISO 8601 of a date as written on the page: with its time where it names an offset from UTC, else the day alone; empty
 * if it is no date. The day is the one that is written: what Seoul prints on the 15th is cited as of the 15th, wherever
 * it is read.
 * @param date as a page writes it: ISO 8601, RFC 2822, or in words
 */
export function isoDate(date: string): string {
  const trimmed = date.trim();
  if (trimmed.length > LONGEST) return '';
  const written = trimmed.replace(MONTH, (_, year, month) => `${year}-${month.padStart(2, '0')}`);
  const [, year, month = '', day = '', time, zone = ''] = NUMERIC.exec(written) ?? [];
  if (year) {
    const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!zone) return Number.isNaN(Date.parse(plain)) ? '' : plain;
    const whole = `${plain}T${time}${zone.toUpperCase().replace(OFFSET, '$1:$2')}`;
    return Number.isNaN(Date.parse(whole)) ? '' : whole;
  }
  const at = Date.parse(written);
  if (!(Math.abs(at) < FARTHEST)) return '';
  const [, sign, hours, minutes] = CLOCK_OFFSET.exec(written) ?? [];
  if (sign) return withOffset(at, (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)));
  const name = NAMED.exec(written)?.[1]?.toUpperCase();
  if (name) return name in HOURS ? withOffset(at, (HOURS[name] ?? 0) * 60) : new Date(at).toISOString();
  // A year or a month alone is read as UTC's; anything else, "April 2, 2021", as of the reader's own zone.
  if (/^\d{4}(?:-\d\d)?$/.test(written)) return new Date(at).toISOString().slice(0, 10);
  return localDay(new Date(at).toISOString());
}

/** A moment as the clock of a zone shows it, so many minutes east of Greenwich. */
function withOffset(at: number, east: number): string {
  const two = (n: number) => `${Math.floor(n)}`.padStart(2, '0');
  const clock = new Date(at + east * 60_000).toISOString().slice(0, 19);
  return `${clock}${east < 0 ? '-' : '+'}${two(Math.abs(east) / 60)}:${two(Math.abs(east) % 60)}`;
}
