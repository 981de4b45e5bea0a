import { essays } from '../../essays/catalogue';
import { t } from '../i18n';
import { essayCredit } from '../words';

export interface AboutProps {
  readonly version: string;
  readonly engine: string;
  readonly onWelcome: () => void;
}

export function About({ version, engine, onWelcome }: AboutProps) {
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t('options.about')}</h2>
      <p class="muted">
        {[t('options.version', [version]), t('options.engineVersion', [engine]), t('options.licence')].join(
          ' · ',
        )}
      </p>
      <h3>{t('options.privacyTitle')}</h3>
      <p>{t('options.privacyText')}</p>
      <h3>{t('options.essaysTitle')}</h3>
      <p>{t('options.essaysText')}</p>
      <ul class="essays">
        {essays.map((essay) => (
          <li key={essay.id} data-essay={essay.id}>
            <a href={essay.url} target="_blank" rel="noreferrer">
              {essay.title}
              <span class="hidden-text"> ({t('common.newTab')})</span>
            </a>
            <span class="small muted">{essayCredit(essay.id)}</span>
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={onWelcome}>
        {t('options.welcome')}
      </button>
    </section>
  );
}
