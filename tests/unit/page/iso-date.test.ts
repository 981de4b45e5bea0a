import { afterEach, describe, expect, test } from 'vitest';
import { isoDate } from '../../../page/article/iso-date';

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

// A day that is written is kept by readers on both sides of Greenwich.
describe.each(['America/Los_Angeles', 'Europe/Berlin', 'Asia/Seoul'])(
  'the day of publication, read in %s',
  (zone) => {
    test.each([
      ['2021-04-02', '2021-04-02'],
      ['2021/4/2', '2021-04-02'],
      ['2021-04-02T08:30:00+09:00', '2021-04-02T08:30:00+09:00'],
      ['2021-04-02T08:30:00.5+0900', '2021-04-02T08:30:00.5+09:00'],
      ['2021-04-02 08:30:00 +09:00', '2021-04-02T08:30:00+09:00'],
      ['2021-04-02T23:30:00Z', '2021-04-02T23:30:00Z'],
      ['2021-04-02 00:10:00', '2021-04-02'],
      ['2021-04-02T23:50', '2021-04-02'],
      ['Fri, 02 Apr 2021 08:30:00 +0900', '2021-04-02T08:30:00+09:00'],
      ['Fri, 02 Apr 2021 21:30:00 -0330', '2021-04-02T21:30:00-03:30'],
      ['Fri Apr 02 2021 08:30:00 GMT+0900 (Korean Standard Time)', '2021-04-02T08:30:00+09:00'],
      ['Fri, 02 Apr 2021 08:30:00 GMT', '2021-04-02T08:30:00.000Z'],
      ['April 2, 2021', '2021-04-02'],
      ['April 2, 2021 11:45 PM', '2021-04-02'],
      ['04-02-2021', '2021-04-02'],
      ['April 2, 2021 8:30 PM EDT', '2021-04-02T20:30:00-04:00'],
      ['2021-04-02 20:30:00 EST', '2021-04-02T20:30:00-05:00'],
      ['Thu Apr 01 23:30:00 UTC 2021', '2021-04-01T23:30:00.000Z'],
      ['2021-04', '2021-04-01'],
      ['2021/4', '2021-04-01'],
      ['2021', '2021-01-01'],
      ['2021-13-45', ''],
      ['2021-04-02T29:99:00+09:00', ''],
      ['Sat, 13 Sep 275760 00:00:00 +0000', ''],
      ['yesterday', ''],
      ['', ''],
    ])('“%s” is “%s”', (written, iso) => {
      process.env.TZ = zone;
      expect(isoDate(written)).toBe(iso);
    });
  },
);
