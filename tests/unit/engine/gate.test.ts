import { describe, expect, it } from 'vitest';
import { earlierOf, NEAR } from '../../../engine/en/gate';

describe('the sentence that another goes on about', () => {
  const [yes, no] = [true, false];
  it.each<[string, boolean[], number, number | undefined]>([
    ['is the nearest further up that names the subject', [yes, yes, no, no], 3, 1],
    ['is none where it names the subject itself', [yes, no, yes], 2, undefined],
    ['is none where the one before does', [yes, yes, no], 2, undefined],
    ['is none before the subject is named', [no, no, no, yes], 2, undefined],
    ['is none at the beginning', [no, yes], 0, undefined],
    ['may be as far as is near', [yes, ...Array<boolean>(NEAR).fill(no)], NEAR, 0],
    ['is no farther', [yes, ...Array<boolean>(NEAR + 1).fill(no)], NEAR + 1, undefined],
  ])('%s', (_, concerns, at, expected) => expect(earlierOf(concerns, at)).toBe(expected));
});
