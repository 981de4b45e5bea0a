import type { Sentence } from '../types';
import type { Role } from './actors/types';
import type { Reading } from './units';

/**
 * First stage: one pass of a pattern over raw text. Every claim on the subject names Korea or India in some
 * way, in its own sentence or the one before, so a paragraph without any such name needs no closer look.
 */
const SUBJECT =
  /korea|seoul|pyongyang|\bd\.?p\.?r\.?k|\br\.?o\.?k\b|blue house|cheong wa dae|yongsan|peninsula|\bmoon\b|\byoon\b|\blee\b|\bpark\b|\broh\b|\bkim\b|thaad|usfk|opcon|seongju|samsung|hynix|hyundai|lotte|indian?\b|delhi|\bmodi\b|caatsa|s-400|the (?:north|south)\b|28,500|operational control|camp humphreys|gyeongju|busan|incheon|pyeongtaek|gwanghwamun|sejong-daero|suwon|icheon|bharat|raisina|ladakh|\bmigs?\b|sukhoi/i;

/** May anything in this text be on the subject? */
export function mayConcern(text: string): boolean {
  return SUBJECT.test(text);
}

/** So many sentences after one that names the subject are taken to go on about it. */
export const NEAR = 6;

/**
 * The sentence that the one at `at` goes on about, where neither it nor the one before names the subject: the nearest
 * further up that does.
 * @param concerns of each sentence of the article, in order, whether it may concern the subject (`mayConcern`)
 * @returns its index; undefined where there is none near
 */
export function earlierOf(concerns: readonly boolean[], at: number): number | undefined {
  if (concerns[at] || concerns[at - 1]) return undefined;
  const found = concerns.lastIndexOf(true, at);
  return found >= 0 && at - found <= NEAR ? found : undefined;
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

/**
 * Names that ground a claim without being an actor's own: "Korea" alone is both states' and neither's, and a
 * city or a surname is no voice; the classifier reads them as words.
 */
const GROUND_WORDS =
  /\b(?:korea|koreans?|lee|gyeongju|busan|incheon|pyeongtaek|gwanghwamun|sejong-daero|suwon|icheon|bharat|raisina|ladakh|migs?)\b/i;

const isGrounded = (text: string, { roles }: Reading): boolean =>
  GROUND.some((role) => roles.has(role)) || GROUND_WORDS.test(text);

/** Second stage: does the sentence, or the one before where it refers back, name Korea or India? */
export function isOnSubject(sentence: Sentence, reading: Reading, before: Reading | null): boolean {
  if (isGrounded(sentence.text, reading)) return true;
  if (before === null || !isGrounded(sentence.prev ?? '', before)) return false;
  return reading.roles.size > 0 || REFERS.test(sentence.text);
}
