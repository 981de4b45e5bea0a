import type { Sentence } from '../types';
import type { Role } from './actors/types';
import type { Reading } from './units';

/**
 * First stage: one pass of a pattern over raw text. Every claim on the subject names Korea or India in some
 * way, in its own sentence or the one before, so a paragraph without any such name needs no closer look.
 */
const SUBJECT =
  /korea|seoul|pyongyang|\bd\.?p\.?r\.?k|\br\.?o\.?k\b|blue house|cheong wa dae|yongsan|peninsula|\bmoon\b|\byoon\b|\blee\b|\bpark\b|\broh\b|\bkim\b|thaad|usfk|opcon|seongju|samsung|hynix|hyundai|lotte|indian?\b|delhi|\bmodi\b|caatsa|s-400|the (?:north|south)\b|28,500|operational control|camp humphreys/i;

/** May anything in this text be on the subject? */
export function mayConcern(text: string): boolean {
  return SUBJECT.test(text);
}

const GROUND: readonly Role[] = [
  'korea',
  'dprk',
  'peninsula',
  'usfk',
  'thaad',
  'koreafirm',
  'koreaparty',
  'india',
  'caatsa',
  'rusarms',
];

const REFERS =
  /\b(?:it|its|they|their|them|he|his|she|her|both|two|three|ally|allies|alliance|country|nation|government|administration|president|neighbou?rs?|partners?|sides?|capital|there|that|this|these|such|pact|treaty|troops|bases|soldiers|garrison)\b/i;

/** Second stage: does the sentence, or the one before where it refers back, name Korea or India? */
export function isOnSubject(sentence: Sentence, reading: Reading, before: Reading | null): boolean {
  if (GROUND.some((role) => reading.roles.has(role))) return true;
  return (
    before !== null &&
    GROUND.some((role) => before.roles.has(role)) &&
    (reading.roles.size > 0 || REFERS.test(sentence.text))
  );
}
