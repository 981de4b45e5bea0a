/** How sure a claim must be to be shown: a slider, and what its place means. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import { joinSentences } from '../words';

export interface ThresholdProps {
  readonly threshold: number;
  /** How many claims are collected; null while they are counted. */
  readonly total: number | null;
  /** How many of them a threshold would show; null while they are counted. */
  readonly shownAt: ((threshold: number) => number) | null;
  readonly onChange: (threshold: number) => void;
}

/** What a threshold means for the reading. */
function thresholdWords(threshold: number): string {
  if (threshold >= 0.85) return t('options.thresholdWords.veryFew');
  if (threshold >= 0.65) return t('options.thresholdWords.few');
  if (threshold >= 0.33) return t('options.thresholdWords.balanced');
  if (threshold >= 0.25) return t('options.thresholdWords.many');
  return t('options.thresholdWords.all');
}

export function Threshold({ threshold, total, shownAt, onChange }: ThresholdProps) {
  // While the slider moves only the words follow; the setting is saved when it is let go.
  const [at, setAt] = useState(threshold);
  useEffect(() => setAt(threshold), [threshold]);
  const now = t('options.thresholdNow', [Math.round(at * 100)]);
  const meaning = thresholdWords(at);
  const count = shownAt && total ? t('options.thresholdCount', total, [shownAt(at), total]) : '';
  return (
    <div class="setting">
      <label for="threshold">{t('options.threshold')}</label>
      <input
        id="threshold"
        type="range"
        min={0}
        max={0.95}
        step={0.01}
        value={at}
        // Said in the place of a bare number; the words below are the same for the eye.
        aria-valuetext={joinSentences([now, meaning, count].filter(Boolean))}
        onInput={(event) => setAt(event.currentTarget.valueAsNumber)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <p class="ends small muted" aria-hidden="true">
        <span>{t('options.thresholdMany')}</span>
        <span>{t('options.thresholdFew')}</span>
      </p>
      <p>
        <b>{now}</b> {meaning} {count && <span class="muted">{count}</span>}
      </p>
    </div>
  );
}
