import { afterEach, describe, expect, test } from 'vitest';
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
    for (const format of ['json', 'jsonld', 'csv'] as const) expect(written(format)).toContain(now);
  });
});
