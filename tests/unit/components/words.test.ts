import { afterAll, beforeAll, expect, test, vi } from 'vitest';

vi.mock('../../../components/i18n', () => ({ t: () => 'en-GB' }));
const { dateWords, unquoted } = await import('../../../components/words');

// A reader west of Greenwich, where a day of Seoul's is mostly the day before.
const { TZ } = process.env;
beforeAll(() => {
  process.env.TZ = 'America/New_York';
});
afterAll(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

test.each([
  ['2026-11-15', '15 Nov 2026'],
  ['2026-11-15T05:31:00+09:00', '15 Nov 2026'],
  ['2026-11-15T02:31:00.000Z', '14 Nov 2026'],
  ['no date', 'no date'],
])('%s is %s', (iso, words) => expect(dateWords(iso)).toBe(words));

test.each([
  ['“Not a balancer”', 'Not a balancer'],
  ['"Not a balancer"', 'Not a balancer'],
  ['“Not” a “balancer”', '“Not” a “balancer”'],
  ['Seoul: “Not a balancer”', 'Seoul: “Not a balancer”'],
  ['‘Quad’ is no ‘Asian NATO’', '‘Quad’ is no ‘Asian NATO’'],
  ['', ''],
])('%s goes between quotation marks as %s', (title, inside) => expect(unquoted(title)).toBe(inside));
