/** The bar with which the reader gives a lost claim its place anew: select its passage, press the button. */
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Problem } from '../Problem';
import { uiLocale } from '../words';
import { CardHeader } from './CardHeader';
import type { PlaceAnewProps } from './types';

export function PlaceAnew(props: PlaceAnewProps) {
  const { quote, language, chosen, whyNot, busy, error, onPlace, onClose } = props;
  return (
    <section class="card place-anew" aria-label={t('place.title')} lang={uiLocale()} aria-busy={busy}>
      <CardHeader title={t('place.title')} onClose={onClose} />
      <div class="card-body">
        <blockquote lang={language || undefined}>{quote}</blockquote>
        <p class="small" role="status">
          {chosen === null ? t('place.select') : t('place.ready')}
        </p>
        {chosen !== null && (
          <blockquote class="chosen" lang={language || undefined}>
            {chosen}
          </blockquote>
        )}
        {whyNot && <Problem>{whyNot}</Problem>}
        {error && <Problem>{error}</Problem>}
        <p class="card-actions">
          <button
            type="button"
            class="button primary"
            disabled={chosen === null || busy}
            // The press must not take the selection away from the page.
            onMouseDown={(event) => event.preventDefault()}
            onClick={onPlace}
          >
            <Icon name="check" />
            {t('place.here')}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t('place.cancel')}
          </button>
        </p>
      </div>
    </section>
  );
}
