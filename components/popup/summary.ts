/** A page in two or three plain sentences, built from its counts alone. */
import { stancesIn } from '../../annotations/counts';
import { t } from '../i18n';
import { argumentName, essayName, stanceCount, uiLocale } from '../words';
import type { ArgumentTally, PageTally } from './tally';

/** Of more that are met or challenged as often none is named: the list below has them all. */
const MOST_NAMED = 3;

const listOf = (words: readonly string[]): string => new Intl.ListFormat(uiLocale()).format(words);

const named = ({ argument }: ArgumentTally): string => `“${argumentName(argument)}”`;

/** The same, with how often in which stance. */
function counted(tally: ArgumentTally): string {
  const counts = stancesIn(tally.stances).map((stance) => stanceCount(stance, tally.stances[stance]));
  return t('summary.counted', [argumentName(tally.argument), listOf(counts)]);
}

/** How those met most in a stance are named: where they are all that are met in it, and where there are others. */
const IN_STANCE = {
  challenges: ['summary.challenged', 'summary.challengedMost'],
  relates: ['summary.related', 'summary.relatedMost'],
} as const;

/** Those with the highest count, which has to be more than nought. */
function highest(all: readonly ArgumentTally[], countOf: (one: ArgumentTally) => number): ArgumentTally[] {
  const most = Math.max(1, ...all.map(countOf));
  return all.filter((one) => countOf(one) === most);
}

/** Sentences on what the page argues in terms of the two essays; none where nothing is shown. */
export function summaryOf(tally: PageTally): string[] {
  const [first] = tally.arguments;
  if (!first) return [];
  const total = tally.visible.length;
  const ofDiplomat = tally.arguments
    .filter(({ essay }) => essay === 'diplomat')
    .reduce((sum, { count }) => sum + count, 0);
  const sentences = [t('summary.lead', total)];
  if (ofDiplomat > 0 && ofDiplomat < total)
    sentences.push(
      t('summary.both', [ofDiplomat, essayName('diplomat'), total - ofDiplomat, essayName('kelly')]),
    );
  else if (total > 1) sentences.push(t('summary.one', [essayName(first.essay)]));

  const isEachOnce = first.count === 1 && total > 1;
  const top = isEachOnce ? [] : highest(tally.arguments, ({ count }) => count);
  if (isEachOnce) sentences.push(t('summary.each', total));
  else if (total === 1) sentences.push(t('summary.only', [counted(first)]));
  else if (top.length <= MOST_NAMED) sentences.push(t('summary.top', [listOf(top.map(counted))]));

  if (tally.stances.challenges === 0) sentences.push(t('summary.noChallenge'));
  for (const stance of ['challenges', 'relates'] as const) {
    const most = highest(tally.arguments, ({ stances }) => stances[stance]);
    if (most.length > MOST_NAMED || most.every((one) => top.includes(one))) continue;
    const isAll = tally.arguments.every((one) => one.stances[stance] === 0 || most.includes(one));
    sentences.push(t(IN_STANCE[stance][isAll ? 0 : 1], [listOf(most.map(named))]));
  }
  return sentences;
}
