import { Icon } from '../Icon';
import { t } from '../i18n';
import { Problem } from '../Problem';

interface InPrivateProps {
  /** What kept the normal window from opening, in words. */
  readonly error: string | null;
  readonly onOpenNormal: () => void;
}

/** In the place of a library that would look empty: in a private window the reader's is out of reach. */
export function InPrivate({ error, onOpenNormal }: InPrivateProps) {
  return (
    <main class="empty">
      <Icon name="lock" size={40} />
      <h1>{t('private.title')}</h1>
      <p>{t('private.text')}</p>
      <button type="button" class="button primary" onClick={onOpenNormal}>
        {t('private.open')}
      </button>
      {error && <Problem>{error}</Problem>}
    </main>
  );
}
