import { describe, expect, test } from 'vitest';
import { isOnSubject } from '../../../page/sentinel/subject';

describe('isOnSubject', () => {
  test.each([
    ['Seoul caught between Washington and Beijing', 'South Korea must weigh its alliance against its trade.'],
    [
      'Minister visits Beijing',
      'The South Korean foreign minister met officials in China. Washington watches the visit. Korea says nothing.',
    ],
    [
      'Allies to hold talks',
      'South Korea and the United States will hold talks on the alliance and missile defense, Seoul said. Washington confirmed it.',
    ],
    [
      'THAAD row returns',
      'China warned South Korea over the missile defence battery. Seoul summoned the ambassador.',
    ],
    [
      'India buys Russian arms',
      'India will take delivery of the S-400 from Russia despite warnings from Washington over sanctions.',
    ],
  ])('yes: %s', (title, text) => {
    expect(isOnSubject(title, text)).toBe(true);
  });

  test('the same of the same text, however often it is asked', () => {
    const ask = () => isOnSubject('Seoul and Korea wait', 'China and Washington talk of security.');
    expect([ask(), ask(), ask()]).toEqual([true, true, true]);
  });

  test.each([
    [
      'K-pop band sells out',
      'The band from Seoul, South Korea, played to a full house and told us about its new album.',
    ],
    [
      'China and America talk trade',
      'Beijing and Washington agreed to talk about tariffs; the United States said China must move.',
    ],
    ['Bread prices rise', 'The price of bread rose again. Tell us what you think of it.'],
    [
      'India wins the test match',
      'India beat Australia by ten wickets; Delhi celebrated for the whole night.',
    ],
    [
      'Beijing and Washington',
      'China and the United States met over tariffs, missiles and Taiwan; South Korea was named in a footnote.',
    ],
    [
      'India beats Russia at chess',
      'A team of students from India won against Russia in Washington, and their friends danced.',
    ],
    ['North Korea fires missile', 'Nothing more was known on Friday.'],
    ['', ''],
  ])('no: %s', (title, text) => {
    expect(isOnSubject(title, text)).toBe(false);
  });
});
