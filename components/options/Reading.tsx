import { useState } from 'preact/hooks';
import type { Settings } from '../../annotations/settings';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { ClaimSample } from '../PaintSample';
import { argumentLabel } from '../words';

interface Props {
  readonly settings: Settings;
  readonly total: number | null;
  readonly shownAt: ((threshold: number) => number) | null;
  readonly onChange: (patch: Partial<Settings>) => void;
}

/** What a threshold means for the reading. */
function thresholdWords(threshold: number): string {
  if (threshold >= 0.85) return t('options.thresholdWords.veryFew');
  if (threshold >= 0.65) return t('options.thresholdWords.few');
  if (threshold >= 0.33) return t('options.thresholdWords.balanced');
  if (threshold >= 0.25) return t('options.thresholdWords.many');
  return t('options.thresholdWords.all');
}

const PAINTINGS = [
  ['highlight', 'options.paintHighlight'],
  ['underline', 'options.paintUnderline'],
  ['off', 'options.paintOff'],
] as const;

const THEMES = [
  ['system', 'options.themeSystem'],
  ['light', 'options.themeLight'],
  ['dark', 'options.themeDark'],
] as const;

export function Reading({ settings, total, shownAt, onChange }: Props) {
  // While the slider moves only the words follow; the setting is saved when it is let go.
  const [threshold, setThreshold] = useState(settings.threshold);
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{t('options.reading')}</h2>
      <div class="setting">
        <label for="threshold">{t('options.threshold')}</label>
        <input
          id="threshold"
          type="range"
          min={0}
          max={0.95}
          step={0.01}
          value={threshold}
          aria-describedby="threshold-words"
          onInput={(event) => setThreshold(event.currentTarget.valueAsNumber)}
          onChange={(event) => onChange({ threshold: event.currentTarget.valueAsNumber })}
        />
        <p class="ends small muted" aria-hidden="true">
          <span>{t('options.thresholdMany')}</span>
          <span>{t('options.thresholdFew')}</span>
        </p>
        <p id="threshold-words" aria-live="polite">
          <b>{t('options.thresholdNow', [Math.round(threshold * 100)])}</b> {thresholdWords(threshold)}
          {shownAt && total !== null && total > 0 && (
            <span class="muted"> {t('options.thresholdCount', total, [shownAt(threshold), total])}</span>
          )}
        </p>
      </div>
      <fieldset class="setting choices">
        <legend>{t('options.painting')}</legend>
        {PAINTINGS.map(([painting, key]) => (
          <label key={painting}>
            <input
              type="radio"
              name="painting"
              checked={settings.painting === painting}
              onChange={() => onChange({ painting })}
            />
            <span>{t(key)}</span>
          </label>
        ))}
        <ClaimSample painting={settings.painting} />
        {settings.painting === 'off' && <p class="small muted">{t('options.paintOffHint')}</p>}
      </fieldset>
      <fieldset class="setting choices row-choices">
        <legend>{t('options.theme')}</legend>
        {THEMES.map(([theme, key]) => (
          <label key={theme}>
            <input
              type="radio"
              name="theme"
              checked={settings.theme === theme}
              onChange={() => onChange({ theme })}
            />
            <span>{t(key)}</span>
          </label>
        ))}
      </fieldset>
      <div class="setting">
        <h3>{t('options.muted')}</h3>
        {settings.mutedArguments.length === 0 && <p class="muted">{t('options.mutedNone')}</p>}
        <ul class="list">
          {settings.mutedArguments.map((id) => (
            <li key={id}>
              <span>{argumentLabel(id)}</span>
              <button
                type="button"
                class="button"
                aria-label={t('popup.unmute', [argumentLabel(id)])}
                onClick={() =>
                  onChange({ mutedArguments: settings.mutedArguments.filter((one) => one !== id) })
                }
              >
                <Icon name="eye" size={16} />
                {t('options.unmute')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
