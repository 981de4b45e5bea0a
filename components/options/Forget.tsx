import { useState } from 'preact/hooks';
import { Dialog } from '../Dialog';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { dateWords } from '../words';

export interface ForgetProps {
  /** Hosts something is kept of. */
  readonly sites: readonly string[];
  /** How many claims were forgotten last; null: none was asked to be. */
  readonly forgotten: number | null;
  readonly onForgetSite: (site: string) => void;
  /** `2026-11-21`, a day of the reader's own calendar. */
  readonly onForgetDay: (day: string) => void;
}

/** Forgetting a site or a day; asked again before it is done, since nothing brings it back. */
export function Forget({ sites, forgotten, onForgetSite, onForgetDay }: ForgetProps) {
  const [site, setSite] = useState('');
  const [day, setDay] = useState('');
  const [asking, setAsking] = useState<'site' | 'day' | null>(null);
  const ask = (what: 'site' | 'day') => (event: Event) => {
    event.preventDefault();
    setAsking(what);
  };
  const doForget = () => {
    if (asking === 'site') onForgetSite(site);
    else onForgetDay(day);
    setAsking(null);
    setSite('');
    setDay('');
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields of one form; these are two.
    <div class="setting" role="group" aria-labelledby="forget">
      <h3 id="forget">{t('options.forget')}</h3>
      <form class="forget" onSubmit={ask('site')}>
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
      <form class="forget" onSubmit={ask('day')}>
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
      <p class="small muted">{t('options.forgetPageHint')}</p>
      <p role="status">{forgotten !== null && t('options.forgotten', forgotten)}</p>
      {asking && (
        <Dialog title={t('options.forget')} onClose={() => setAsking(null)}>
          <div class="dialog-form">
            <p>
              <b>{asking === 'site' ? site : dateWords(day)}</b>
            </p>
            <p>{t('options.forgetText')}</p>
            <button type="button" class="button danger" onClick={doForget}>
              <Icon name="bin" />
              {t('options.forgetButton')}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
