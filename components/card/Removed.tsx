/** A claim was deleted just now: said, with its undoing. */
import { t } from '../i18n';
import { Problem } from '../Problem';
import { uiLocale } from '../words';
import { CardHeader } from './CardHeader';
import type { RemovedProps } from './types';

export function Removed({ error, onUndo, onClose }: RemovedProps) {
  const title = t('library.removed', 1);
  return (
    <section class="card removed" role="alert" aria-label={title} lang={uiLocale()}>
      <CardHeader title={title} onClose={onClose}>
        <button type="button" class="button primary" onClick={onUndo}>
          {t('common.undo')}
        </button>
      </CardHeader>
      {error && (
        <div class="card-body">
          <Problem>{error}</Problem>
        </div>
      )}
    </section>
  );
}
