import { Dialog } from '../Dialog';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { changesAnything, TakingState } from './Outcome';
import { type ImportSession, useTaking } from './use-taking';

interface Props {
  readonly onImport: (file: File) => ImportSession;
  readonly onClose: () => void;
}

/** A file is tried first; what it would change is shown, and only then taken. */
export function ImportDialog({ onImport, onClose }: Props) {
  const { step, tryOut, take, cancel } = useTaking();
  return (
    <Dialog title={t('library.importTitle')} onClose={onClose}>
      <p>{t('library.importText')}</p>
      <TakingState step={step} cancel={cancel} />
      <p class="dialog-buttons">
        {step.at === 'tried' && changesAnything(step.outcome) && (
          <button type="button" class="button primary" onClick={take}>
            {t('library.importTake')}
          </button>
        )}
        {step.at === 'done' && (
          <button type="button" class="button primary" onClick={onClose}>
            {t('common.close')}
          </button>
        )}
        {step.at !== 'done' && step.at !== 'busy' && (
          <label class="button file-button">
            <Icon name="in" />
            {t('library.importChoose')}
            <input
              type="file"
              class="hidden-text"
              accept=".json,.jsonld,application/json,application/ld+json"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file) tryOut(onImport(file));
                // The same file, mended, can be chosen again.
                event.currentTarget.value = '';
              }}
            />
          </label>
        )}
      </p>
    </Dialog>
  );
}
