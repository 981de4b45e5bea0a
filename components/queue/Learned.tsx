/** What the reader's verdicts have done to the engine's confidence: all of it in sight, and all of it can be undone. */
import { type Adjustment, adjusted } from '../../annotations/adjustment';
import type { ArgumentId } from '../../essays/types';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Switch } from '../Switch';
import { argumentLabel, confidenceFigure } from '../words';

export interface LearnedProps {
  readonly adjustment: Adjustment;
  readonly isInUse: boolean;
  readonly onUse: (use: boolean) => void;
  readonly onForget: (argument: ArgumentId) => void;
  readonly onExportLearned: () => void;
}

export function Learned({ adjustment, isInUse, onUse, onForget, onExportLearned }: LearnedProps) {
  const rows = [...adjustment.values()].sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift));
  return (
    <section class="learned">
      <h3>{t('learned.title')}</h3>
      <p class="muted small">{t('learned.lead')}</p>
      <Switch checked={isInUse} onChange={onUse}>
        {t('learned.use')}
      </Switch>
      {rows.length === 0 ? (
        <p class="muted small">{t('learned.none')}</p>
      ) : (
        <>
          <div class="table-scroll">
            <table class="figure-table">
              <thead>
                <tr>
                  <th scope="col">{t('library.argumentLabel')}</th>
                  <th scope="col" class="number">
                    {t('learned.confirmed')}
                  </th>
                  <th scope="col" class="number">
                    {t('learned.dismissed')}
                  </th>
                  <th scope="col" class="number">
                    {t('learned.effect')}
                  </th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {rows.map(({ argument, right, wrong, shift }) => (
                  <tr key={argument}>
                    <th scope="row">{argumentLabel(argument)}</th>
                    <td class="number">{right}</td>
                    <td class="number">{wrong}</td>
                    <td class="number">{confidenceFigure(adjusted(0.5, shift))}</td>
                    <td class="number">
                      <button
                        type="button"
                        class="button quiet"
                        aria-label={t('learned.forgetOf', [argumentLabel(argument)])}
                        onClick={() => onForget(argument)}
                      >
                        {t('learned.forget')}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p>
            <button type="button" class="button" onClick={onExportLearned}>
              <Icon name="out" size={16} />
              {t('learned.export')}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
