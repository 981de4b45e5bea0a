import { useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { t } from '../i18n';

export interface ForgetProps {
  /** Hosts something is kept of. */
  readonly sites: readonly string[];
  /** How many claims were forgotten last; null: none was asked to be. */
  readonly forgotten: number | null;
  readonly onForgetSite: (site: string) => void;
  /** `2026-11-21`, a day of the reader's own calendar. */
  readonly onForgetDay: (day: string) => void;
}

/** Forgetting a site or a day. */
export function Forget({ sites, forgotten, onForgetSite, onForgetDay }: ForgetProps) {
  const [site, setSite] = useState('');
  const [day, setDay] = useState('');
  return (
    <section class="setting" aria-labelledby="forget">
      <h3 id="forget">{t('options.forget')}</h3>
      <p class="small muted">{t('options.forgetText')}</p>
      <form
        class="forget"
        onSubmit={(event) => {
          event.preventDefault();
          if (site) onForgetSite(site);
          setSite('');
        }}
      >
        <label for="forget-site">{t('options.forgetSite')}</label>
        <select
          id="forget-site"
          class="field"
          value={site}
          onChange={(event) => setSite(event.currentTarget.value)}
        >
          <option value="">{t('options.forgetChoose')}</option>
          {sites.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
        <button type="submit" class="button danger" disabled={site === ''}>
          <Icon name="bin" />
          {t('options.forgetButton')}
        </button>
      </form>
      <form
        class="forget"
        onSubmit={(event) => {
          event.preventDefault();
          if (day) onForgetDay(day);
          setDay('');
        }}
      >
        <label for="forget-day">{t('options.forgetDay')}</label>
        <input
          id="forget-day"
          class="field"
          type="date"
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
        <button type="submit" class="button danger" disabled={day === ''}>
          <Icon name="bin" />
          {t('options.forgetButton')}
        </button>
      </form>
      <p role="status">{forgotten !== null && t('options.forgotten', forgotten)}</p>
    </section>
  );
}
