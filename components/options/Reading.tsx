import type { Settings } from '../../annotations/settings';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { ClaimSample } from '../PaintSample';
import { argumentLabel, argumentName } from '../words';
import { Threshold, type ThresholdProps } from './Threshold';

interface Props extends Pick<ThresholdProps, 'total' | 'shownAt'> {
  readonly settings: Settings;
  readonly onChange: (patch: Partial<Settings>) => void;
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
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{t('options.reading')}</h2>
      <Threshold
        threshold={settings.threshold}
        total={total}
        shownAt={shownAt}
        onChange={(threshold) => onChange({ threshold })}
      />
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
              <span>{argumentName(id)}</span>
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
