import { afterEach, describe, expect, test } from 'vitest';
import { publishedDay } from '../../../annotations/local-day';
import { fileName } from '../../../exchange/file-name';
import { writeAs } from '../../../exchange/formats';
import { articleByTemplate } from '../../../exchange/markdown-template';
import { annotation, page } from '../annotations/samples';

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

// Morning in Seoul is yesterday by UTC, evening in New York tomorrow.
describe.each([
  ['Asia/Seoul', '2026-03-01T22:30:00.000Z'],
  ['America/New_York', '2026-03-03T01:30:00.000Z'],
])('what is written in %s', (zone, now) => {
  const list = [annotation({ modified: now })];
  const written = (format: Parameters<typeof writeAs>[0]) => {
    process.env.TZ = zone;
    return writeAs(format, list, { exported: now });
  };

  test('bears the day of the reader’s calendar, in its name too', () => {
    process.env.TZ = zone;
    expect(fileName('Notes', now, 'md')).toBe('Notes 2026-03-02.md');
    expect(written('markdown')).toContain('\nexported: 2026-03-02\n');
    expect(articleByTemplate('{{exported}}', page, list, { exported: now })).toBe('2026-03-02');
    expect(written('html')).toContain('<title>Tightrope notes, 2026-03-02</title>');
    expect(written('ris')).toContain('\nY2  - 2026/03/02\r');
    expect(written('bibtex')).toContain('urldate = {2026-03-02}');
    expect(written('csl')).toMatch(/"accessed": \{\s*"date-parts": \[\s*\[\s*2026,\s*3,\s*2\s*\]/);
  });

  test('keeps the day of publication as the page wrote it, and whole times in UTC', () => {
    expect(written('bibtex')).toContain('date = {2026-02-28}');
    const seoul = [annotation({ page: { ...page, published: '2026-03-01T00:30:00+09:00' } })];
    expect(writeAs('ris', seoul, { exported: now })).toContain('DA  - 2026/03/01/');
    for (const format of ['json', 'jsonld', 'csv'] as const) expect(written(format)).toContain(now);
  });

  test('gives the day of publication that the library shows, also of a time in UTC', () => {
    process.env.TZ = zone;
    const own = { ...page, published: now };
    const of = (format: Parameters<typeof writeAs>[0]) =>
      writeAs(format, [annotation({ page: own })], { exported: now });
    const day = publishedDay(now);
    expect(day).toBe('2026-03-02');
    expect(of('ris')).toContain('DA  - 2026/03/02/');
    expect(of('markdown')).toContain(`published: ${day}`);
    expect(of('plain')).toContain(day);
    expect(articleByTemplate('{{published}}', own, [], { exported: now })).toBe(day);
  });

  test('makes no day of a year or a month', () => {
    process.env.TZ = zone;
    for (const [published, date] of [
      ['2021', 'date = {2021}'],
      ['2021-04', 'date = {2021-04}'],
    ] as const)
      expect(writeAs('bibtex', [annotation({ page: { ...page, published } })], { exported: now })).toContain(
        date,
      );
  });
});
