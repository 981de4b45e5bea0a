/** The reader asked for a selection to be linked which can't be: why, and what to do. */
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Problem } from '../Problem';
import { uiLocale } from '../words';
import type { RefusalProps } from './types';

export function Refusal({ text, onClose }: RefusalProps) {
  return (
    <section class="card refusal" aria-label={t('picker.title')} lang={uiLocale()}>
      <header class="card-header">
        <Icon name="rope" size={20} />
        <b>{t('picker.title')}</b>
        <span class="card-steps">
          <button type="button" class="button quiet icon" aria-label={t('common.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </span>
      </header>
      <div class="card-body">
        <Problem>{text}</Problem>
      </div>
    </section>
  );
}
