import { afterEach, describe, expect, test } from 'vitest';
import { dayAfter, localDay, spanOfDay, startOfDay } from '../../../annotations/local-day';
import { hashOf, viewOfHash } from '../../../components/library-view';

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
  if (zone === undefined) delete process.env.TZ;
});

describe.each(['UTC', 'Asia/Seoul', 'America/Los_Angeles', 'Pacific/Apia'])('a day in %s', (name) => {
  test('begins where the reader’s calendar says, and goes into the address and back', () => {
    process.env.TZ = name;
    for (const day of ['2026-03-01', '2026-12-31', '2024-02-29']) {
      const start = startOfDay(day) ?? '';
      expect(new Date(start).getHours()).toBe(0);
      expect(localDay(start)).toBe(day);
      expect(hashOf(viewOfHash(`#from=${day}&to=${day}`))).toBe(`#from=${day}&to=${day}`);
    }
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
  });
  test('spans as many hours as the clock shows, also where it is set forward', () => {
    process.env.TZ = name;
    const { from = '', to = '' } = spanOfDay('2026-03-08') ?? {};
    expect([localDay(from), localDay(to)]).toEqual(['2026-03-08', '2026-03-09']);
    expect((Date.parse(to) - Date.parse(from)) / 3_600_000).toBe(name === 'America/Los_Angeles' ? 23 : 24);
  });
  test('is none where the text is none', () => {
    process.env.TZ = name;
    for (const text of ['', '2026-13-01', '2026-3-1', 'today']) expect(startOfDay(text)).toBeUndefined();
    expect(dayAfter('', 1)).toBe('');
    // A date field takes years of five digits.
    expect(spanOfDay('12026-01-01')).toBeUndefined();
    expect(localDay('never')).toBe('');
  });
});
