/** The reader asked for a selection to be linked which can't be: why, and what to do. */
import { t } from '../i18n';
import { Problem } from '../Problem';
import { uiLocale } from '../words';
import { CardHeader } from './CardHeader';
import type { RefusalProps } from './types';

export function Refusal({ text, onClose }: RefusalProps) {
  return (
    <section class="card refusal" aria-label={t('picker.title')} lang={uiLocale()}>
      <CardHeader title={t('picker.title')} onClose={onClose} />
      <div class="card-body">
        <Problem>{text}</Problem>
      </div>
    </section>
  );
}
