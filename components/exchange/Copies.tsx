/** The rolling copies: what there is, a copy now, a restore that says first what it would do. */
import { useState } from 'preact/hooks';
import { Dialog } from '../Dialog';
import { errorWords } from '../errors';
import { t } from '../i18n';
import { Problem } from '../Problem';
import { Switch } from '../Switch';
import { timeWords } from '../words';
import { changesAnything, TakingState } from './Outcome';
import { type ImportSession, useTaking } from './use-taking';

export interface CopiesProps {
  readonly copies: readonly { readonly made: string; readonly claims: number; readonly size: number }[];
  readonly hasDownloads: boolean;
  readonly onCopyNow: () => Promise<unknown>;
  readonly onRestore: (made: string) => ImportSession;
  readonly onDownloadCopy: (made: string) => void;
  readonly onDownloads: (on: boolean) => void;
}

export function Copies(props: CopiesProps & { readonly onClose: () => void }) {
  const { copies, onRestore, onClose } = props;
  const { step, tryOut, take, cancel } = useTaking();
  const [error, setError] = useState<string | null>(null);
  const [isCopying, setCopying] = useState(false);
  const isBusy = isCopying || step.at === 'busy';
  const copyNow = async () => {
    setCopying(true);
    setError(null);
    try {
      await props.onCopyNow();
    } catch (thrown) {
      setError(errorWords(thrown));
    } finally {
      setCopying(false);
    }
  };
  return (
    <Dialog title={t('backup.title')} onClose={onClose}>
      <p>{t('backup.lead')}</p>
      <ul class="copies">
        {copies.map(({ made, claims, size }) => (
          <li key={made}>
            <span>
              {timeWords(made)}{' '}
              <small class="muted">
                {t('counts.claims', claims)} · {Math.max(1, Math.round(size / 1000))} kB
              </small>
            </span>
            <button
              type="button"
              class="button quiet"
              aria-label={t('backup.restoreOf', [timeWords(made)])}
              disabled={isBusy}
              onClick={() => tryOut(onRestore(made))}
            >
              {t('backup.restore')}
            </button>
            <button
              type="button"
              class="button quiet"
              aria-label={`${t('backup.download')}: ${timeWords(made)}`}
              onClick={() => props.onDownloadCopy(made)}
            >
              {t('backup.download')}
            </button>
          </li>
        ))}
      </ul>
      {copies.length === 0 && <p class="muted">{t('backup.none')}</p>}
      {error && <Problem>{error}</Problem>}
      {step.at === 'tried' && <p class="small muted">{t('backup.restoreText')}</p>}
      <TakingState step={step} cancel={cancel} />
      <p class="dialog-buttons">
        {step.at === 'tried' && changesAnything(step.outcome) && (
          <button type="button" class="button primary" onClick={take}>
            {t('backup.restore')}
          </button>
        )}
        <button type="button" class="button" disabled={isBusy} onClick={() => void copyNow()}>
          {t('backup.now')}
        </button>
      </p>
      <Switch checked={props.hasDownloads} onChange={props.onDownloads}>
        {t('backup.downloads')}
      </Switch>
    </Dialog>
  );
}
