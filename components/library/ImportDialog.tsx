import { useState } from 'preact/hooks';
import { Dialog } from '../Dialog';
import { errorWords } from '../errors';
import { Icon } from '../Icon';
import { t } from '../i18n';

/** What an import did, or would do; the shape of services/importing.ts. */
export interface ImportOutcome {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Notes on arguments and articles. */
  readonly notes: number;
  readonly errors: readonly {
    readonly record: number;
    readonly path: string;
    readonly problem: string;
  }[];
}

interface Props {
  /** `tryOnly`: say what would happen and change nothing. */
  readonly onImport: (text: string, tryOnly: boolean) => Promise<ImportOutcome>;
  readonly onClose: () => void;
}

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'busy' }
  | { readonly at: 'tried'; readonly text: string; readonly outcome: ImportOutcome }
  | { readonly at: 'done'; readonly outcome: ImportOutcome }
  | { readonly at: 'failed'; readonly why: string };

/** A file is tried first; what it would change is shown, and only then taken. */
export function ImportDialog({ onImport, onClose }: Props) {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const run = async (work: () => Promise<Step>) => {
    setStep({ at: 'busy' });
    try {
      setStep(await work());
    } catch (thrown) {
      setStep({ at: 'failed', why: errorWords(thrown) });
    }
  };
  const choose = (file: File | undefined) => {
    if (!file) return;
    void run(async () => {
      const text = await file.text();
      return { at: 'tried', text, outcome: await onImport(text, true) };
    });
  };
  return (
    <Dialog title={t('library.importTitle')} onClose={onClose}>
      <p>{t('library.importText')}</p>
      <div aria-live="polite">
        {step.at === 'busy' && <p>{t('library.importing')}</p>}
        {step.at === 'failed' && (
          <p class="notice error" role="alert">
            <Icon name="warn" />
            <span>
              {t('library.importFailed')} {step.why} {t('library.importKept')}
            </span>
          </p>
        )}
        {(step.at === 'tried' || step.at === 'done') && (
          <Outcome outcome={step.outcome} done={step.at === 'done'} />
        )}
      </div>
      <p class="dialog-buttons">
        {step.at === 'tried' && step.outcome.added + step.outcome.updated + step.outcome.notes > 0 && (
          <button
            type="button"
            class="button primary"
            onClick={() => void run(async () => ({ at: 'done', outcome: await onImport(step.text, false) }))}
          >
            {t('library.importTake')}
          </button>
        )}
        {step.at === 'done' ? (
          <button type="button" class="button primary" onClick={onClose}>
            {t('common.close')}
          </button>
        ) : (
          <label class="button file-button">
            <Icon name="in" />
            {t('library.importChoose')}
            <input
              type="file"
              class="hidden-text"
              accept=".json,.jsonld,application/json,application/ld+json"
              disabled={step.at === 'busy'}
              onChange={(event) => {
                choose(event.currentTarget.files?.[0]);
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

/** Errors listed one by one; a very bad file is cut off here, and the rest counted. */
const MOST_ERRORS = 200;

/** What an import did, or would do. */
export function Outcome({ outcome, done }: { readonly outcome: ImportOutcome; readonly done: boolean }) {
  const { added, updated, unchanged, notes, errors } = outcome;
  return (
    <>
      <p>
        <b>{done ? t('library.importDone') : t('library.importWould')}</b>{' '}
        {[
          t('library.importAdded', added),
          t('library.importUpdated', updated),
          t('library.importUnchanged', unchanged),
          notes > 0 ? t('library.importNotes', notes) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {errors.length > 0 && (
        <>
          <p class="notice error">
            <Icon name="warn" />
            {t('library.importErrors', errors.length)}
          </p>
          <div class="error-table">
            <table>
              <thead>
                <tr>
                  <th>{t('library.importRecord')}</th>
                  <th>{t('library.importPlace')}</th>
                  <th>{t('library.importProblem')}</th>
                </tr>
              </thead>
              <tbody>
                {errors.slice(0, MOST_ERRORS).map(({ record, path, problem }) => (
                  <tr key={`${record} ${path} ${problem}`}>
                    <td>{record === 0 ? t('library.importFile') : record}</td>
                    <td>
                      <code>{path}</code>
                    </td>
                    <td>{problem}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
