/** What an import did, or would do, and how far it is. */
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Problem } from '../Problem';
import { problemWords } from '../problem-words';
import { factsLine, joinSentences } from '../words';
import { Progress } from './Progress';
import type { ImportOutcome, Taking, TakingProgress } from './use-taking';

/** Errors listed one by one; a very bad file is cut off here, and the rest counted. */
const MOST_ERRORS = 200;

const WORDS = {
  reading: () => t('library.importReading'),
  checking: (numbers: [string, string]) => t('library.importChecking', numbers),
  comparing: (numbers: [string, string]) => t('library.importComparing', numbers),
  writing: (numbers: [string, string]) => t('library.importWriting', numbers),
} satisfies Record<TakingProgress['step'], (numbers: [string, string]) => string>;

/** The present step of an import, said to those who don't see it as well. */
export function TakingState({ step, cancel }: Pick<Taking, 'step' | 'cancel'>) {
  return (
    <>
      {step.at === 'busy' && (
        <Progress
          done={step.progress.done}
          total={step.progress.total}
          words={WORDS[step.progress.step]}
          onCancel={cancel}
        />
      )}
      <div aria-live="polite">
        {step.at === 'cancelled' && <p>{t('library.importCancelled')}</p>}
        {step.at === 'failed' && (
          <Problem>
            {t('library.importFailed')} {step.why} {t('library.importKept')}
          </Problem>
        )}
        {(step.at === 'tried' || step.at === 'done') && (
          <Outcome outcome={step.outcome} done={step.at === 'done'} />
        )}
      </div>
    </>
  );
}

/** Whether there is anything in it to take. */
export const changesAnything = ({ added, updated, notes, views, deletions }: ImportOutcome): boolean =>
  added + updated + notes + views + deletions > 0;

/** May be broken after its dots. */
const breakable = (path: string) =>
  path.split(/(?<=\.)/).flatMap((part, i) => (i ? [<wbr key={i} />, part] : [part]));

function Outcome({ outcome, done }: { readonly outcome: ImportOutcome; readonly done: boolean }) {
  const { added, updated, unchanged, notes, views, deletions, errors } = outcome;
  // Nothing is taken of a file that is wrong as a whole: there is nothing to count.
  const ofFile = errors.find(({ record }) => record === 0);
  if (ofFile)
    return <Problem>{joinSentences([problemWords(ofFile.problem), t('library.importKept')])}</Problem>;
  return (
    <>
      <p>
        <b>{done ? t('library.importDone') : t('library.importWould')}</b>{' '}
        {factsLine([
          t('library.importAdded', added),
          t('library.importUpdated', updated),
          t('library.importUnchanged', unchanged),
          notes > 0 ? t('library.importNotes', notes) : '',
          views > 0 ? t('library.importViews', views) : '',
          deletions > 0 ? t('library.importDeletions', deletions) : '',
        ])}
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
                {errors.slice(0, MOST_ERRORS).map(({ record, path, problem }) => {
                  const words = problemWords(problem);
                  return (
                    <tr key={`${record} ${path} ${words}`}>
                      <td>{record}</td>
                      <td>
                        <code>{breakable(path)}</code>
                      </td>
                      <td>{words}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}
