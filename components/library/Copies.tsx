/** The rolling copies: what there is, a copy now, a restore that says first what it would do. */
import { useState } from 'preact/hooks';
import { Dialog } from '../Dialog';
import { errorWords } from '../errors';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Switch } from '../Switch';
import { timeWords } from '../words';
import { type ImportOutcome, Outcome } from './ImportDialog';

export interface CopiesProps {
  readonly copies: readonly { readonly made: string; readonly claims: number; readonly size: number }[];
  readonly hasDownloads: boolean;
  readonly onCopyNow: () => Promise<unknown>;
  readonly onRestore: (made: string, tryOnly: boolean) => Promise<ImportOutcome>;
  readonly onDownloadCopy: (made: string) => void;
  readonly onDownloads: (on: boolean) => void;
}

interface Tried {
  readonly made: string;
  readonly outcome: ImportOutcome;
  readonly isDone: boolean;
}

export function Copies(props: CopiesProps & { readonly onClose: () => void }) {
  const { copies, onRestore, onClose } = props;
  const [tried, setTried] = useState<Tried | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(errorWords(thrown));
    } finally {
      setBusy(false);
    }
  };
  const restore = (made: string, tryOnly: boolean) =>
    run(async () => setTried({ made, outcome: await onRestore(made, tryOnly), isDone: !tryOnly }));
  const changes = tried ? tried.outcome.added + tried.outcome.updated + tried.outcome.notes : 0;
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
              onClick={() => void restore(made, true)}
            >
              {t('backup.restore')}
            </button>
            <button
              type="button"
              class="button quiet icon"
              aria-label={`${t('backup.download')}: ${timeWords(made)}`}
              onClick={() => props.onDownloadCopy(made)}
            >
              <Icon name="out" size={16} />
            </button>
          </li>
        ))}
      </ul>
      {copies.length === 0 && <p class="muted">{t('backup.none')}</p>}
      <div aria-live="polite">
        {error && <p class="notice error">{error}</p>}
        {tried && (
          <>
            {!tried.isDone && <p class="small muted">{t('backup.restoreText')}</p>}
            <Outcome outcome={tried.outcome} done={tried.isDone} />
          </>
        )}
      </div>
      <p class="dialog-buttons">
        {tried && !tried.isDone && changes > 0 && (
          <button
            type="button"
            class="button primary"
            disabled={isBusy}
            onClick={() => void restore(tried.made, false)}
          >
            {t('backup.restore')}
          </button>
        )}
        <button type="button" class="button" disabled={isBusy} onClick={() => void run(props.onCopyNow)}>
          {t('backup.now')}
        </button>
      </p>
      <Switch checked={props.hasDownloads} onChange={props.onDownloads}>
        {t('backup.downloads')}
      </Switch>
    </Dialog>
  );
}
