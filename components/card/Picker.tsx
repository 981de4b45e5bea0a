/** "Link to an argument": the reader's own selection, the engine's best arguments, a search over all of them. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Stance } from '../../engine/types';
import { essayIdOf } from '../../essays/ids';
import type { ArgumentId } from '../../essays/types';
import { ArgumentRadios, ArgumentSearch, StanceRadios } from '../ArgumentChooser';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Problem } from '../Problem';
import { Quote } from '../Quote';
import { uiLocale } from '../words';
import { CardHeader } from './CardHeader';
import { Fold } from './Fold';
import type { PickerProps } from './types';

export function Picker({ quote, ranking, error, onPick, onClose }: PickerProps) {
  const [choice, setChoice] = useState<ArgumentId | null>(null);
  const [stanceChoice, setStanceChoice] = useState<Stance | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const best = ranking?.map(({ argument }) => argument) ?? [];
  const argument = choice ?? best[0] ?? null;
  // Until the reader says otherwise, the engine's stance for the argument chosen.
  const stance = stanceChoice ?? ranking?.find((ranked) => ranked.argument === argument)?.stance ?? 'echoes';

  useEffect(() => root.current?.focus({ preventScroll: true }), []);

  return (
    <div
      ref={root}
      class="card picker"
      role="dialog"
      aria-label={t('picker.title')}
      lang={uiLocale()}
      tabIndex={-1}
      data-essay={argument && essayIdOf(argument)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <form
        class="card-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (argument) onPick(argument, stance);
        }}
      >
        <CardHeader title={t('picker.title')} onClose={onClose} />
        <div class="card-body">
          {error && <Problem>{error}</Problem>}
          <blockquote class="clamped">
            <Quote text={quote} />
          </blockquote>
          <h3>{t('picker.stanceFirst')}</h3>
          <StanceRadios name="tightrope-stance" value={stance} onChange={setStanceChoice} />
          <h3>{t('picker.best')}</h3>
          <div aria-live="polite">
            {ranking === null && !error && <p class="muted small">{t('picker.asking')}</p>}
            {ranking?.length === 0 && <p class="muted small">{t('picker.noBest')}</p>}
            <ArgumentRadios name="tightrope-argument" ids={best} value={argument} onChange={setChoice} />
          </div>
          <Fold summary={t('picker.search')} open={ranking?.length === 0}>
            <ArgumentSearch
              name="tightrope-argument-all"
              value={argument && best.includes(argument) ? null : argument}
              onChange={setChoice}
            />
          </Fold>
        </div>
        <footer class="card-footer">
          <button type="submit" class="button primary" disabled={!argument}>
            <Icon name="link" />
            {t('picker.link')}
          </button>
          <button type="button" class="button quiet" onClick={() => onClose()}>
            {t('common.cancel')}
          </button>
        </footer>
      </form>
    </div>
  );
}
