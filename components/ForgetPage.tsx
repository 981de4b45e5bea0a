import { Icon } from './Icon';
import { t } from './i18n';

/** Forgetting an article: unfolded first, so that what it means is read before it is done. Nothing brings it back. */
export function ForgetPage({ onForget }: { readonly onForget: () => void }) {
  return (
    <details class="forget-page">
      <summary>{t('options.forgetPage')}</summary>
      <p class="small">{t('options.forgetText')}</p>
      <button type="button" class="button danger" onClick={onForget}>
        <Icon name="bin" />
        {t('options.forgetPageButton')}
      </button>
    </details>
  );
}
