/** The day of publication, as pages write it. */
const NUMERIC =
  /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ]+(\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;
const OFFSET = /([+-]\d\d):?(\d\d)$/;
/** After a clock's time only: "02-04-2021" ends in none. */
const CLOCK_OFFSET = /\d:\d\d(?::\d\d)? *(?:GMT|UTC)?([+-]\d\d):?(\d\d)(?: *\(.*\))?$/;
const ZONE = /(?:Z|GMT|UTC?|[ECMP][SD]T)$/i;
/** Milliseconds from 1970 beyond which a date is none of an article's, and may not be written in four digits. */
const FARTHEST = Date.UTC(9999, 0);

/**
 * ISO 8601 of a date as written on the page: with its time where it names an offset from UTC, else the day alone; empty
 * if it is no date. The day is the one that is written: what Seoul prints on the 15th is cited as of the 15th, wherever
 * it is read.
 * @param date as a page writes it: ISO 8601, RFC 2822, or in words
 */
export function isoDate(date: string): string {
  const written = date.trim();
  const [, year, month = '', day = '', time, zone = ''] = NUMERIC.exec(written) ?? [];
  if (year) {
    const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!zone) return Number.isNaN(Date.parse(plain)) ? '' : plain;
    const whole = `${plain}T${time}${zone.toUpperCase().replace(OFFSET, '$1:$2')}`;
    return Number.isNaN(Date.parse(whole)) ? '' : whole;
  }
  const at = Date.parse(written);
  if (!(Math.abs(at) < FARTHEST)) return '';
  const [offset, hours = '', minutes = ''] = CLOCK_OFFSET.exec(written) ?? [];
  // "Fri, 02 Apr 2021 08:30:00 +0900": its clock, read off as if it were that of UTC.
  if (offset) {
    const minutesEast = Number(hours) * 60 + Number(`${hours[0]}${minutes}`);
    return `${new Date(at + minutesEast * 60_000).toISOString().slice(0, 19)}${hours}:${minutes}`;
  }
  if (ZONE.test(written)) return new Date(at).toISOString();
  // "April 2, 2021" is read as midnight of the reader's own zone: back by the same way.
  const own = new Date(at);
  return [own.getFullYear(), own.getMonth() + 1, own.getDate()].map((n) => `${n}`.padStart(2, '0')).join('-');
}
