/** A page in two or three plain sentences, built from its counts alone. */
import { stancesIn } from '../../annotations/counts';
import { stanceCount } from '../Balance';
import { t } from '../i18n';
import { argumentLabel, essayName, uiLocale } from '../words';
import type { ArgumentTally, PageTally } from './tally';

function countsOf(tally: ArgumentTally): string {
  const counts = stancesIn(tally.stances).map((stance) => stanceCount(stance, tally.stances[stance]));
  return new Intl.ListFormat(uiLocale()).format(counts);
}

/** Sentences on what the page argues in terms of the two essays; none where nothing is shown. */
export function summaryOf(tally: PageTally): string[] {
  const [top] = tally.arguments;
  if (!top) return [];
  const total = tally.visible.length;
  const ofDiplomat = tally.arguments
    .filter(({ essay }) => essay === 'diplomat')
    .reduce((sum, { count }) => sum + count, 0);
  const sentences = [t('summary.lead', total)];
  if (ofDiplomat > 0 && ofDiplomat < total)
    sentences.push(
      t('summary.both', [ofDiplomat, essayName('diplomat'), total - ofDiplomat, essayName('kelly')]),
    );
  else if (total > 1) sentences.push(t('summary.one', [essayName(top.essay)]));
  if (top.count > 1) sentences.push(t('summary.top', [argumentLabel(top.argument), countsOf(top)]));
  else if (total > 1) sentences.push(t('summary.each', total));
  else sentences.push(t('summary.only', [argumentLabel(top.argument), countsOf(top)]));
  const [challenged] = tally.arguments
    .filter(({ stances }) => stances.challenges > 0)
    .sort((a, b) => b.stances.challenges - a.stances.challenges);
  if (!challenged) sentences.push(t('summary.noChallenge'));
  else if (challenged !== top || (top.count === 1 && total > 1))
    sentences.push(t('summary.against', [argumentLabel(challenged.argument)]));
  return sentences;
}
