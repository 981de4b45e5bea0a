import { useEffect, useRef, useState } from 'preact/hooks';
import type { Correction } from '../../annotations/types';
import type { Stance } from '../../engine/types';
import type { ArgumentId } from '../../essays/types';
import { ArgumentRadios, ArgumentSearch, StanceRadios } from '../ArgumentChooser';
import { t } from '../i18n';
import { bringIntoSight } from './sight';

interface Props {
  readonly argument: ArgumentId | null;
  readonly stance: Stance;
  /** The claim's other matches, offered first. */
  readonly suggestions: readonly ArgumentId[];
  readonly canReset: boolean;
  readonly busy: boolean;
  readonly onCorrect: (correction: Correction | null) => void;
  readonly onCancel: () => void;
}

/** Another argument, another stance: the reader's correction of a link. */
export function ChangeLink(props: Props) {
  const [argument, setArgument] = useState(props.argument);
  const [stance, setStance] = useState(props.stance);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.current) bringIntoSight(form.current);
  }, []);
  const near = [...(props.argument ? [props.argument] : []), ...props.suggestions];
  return (
    <form
      ref={form}
      class="change"
      onSubmit={(event) => {
        event.preventDefault();
        if (argument) props.onCorrect({ argument, stance });
      }}
    >
      <h3>{t('card.changeTitle')}</h3>
      <StanceRadios name="tightrope-stance" value={stance} onChange={setStance} />
      {near.length > 0 && (
        <ArgumentRadios name="tightrope-argument" ids={near} value={argument} onChange={setArgument} />
      )}
      <ArgumentSearch
        name="tightrope-argument-all"
        value={argument && near.includes(argument) ? null : argument}
        onChange={setArgument}
      />
      <div class="change-buttons">
        <button type="submit" class="button primary" disabled={!argument} aria-disabled={props.busy}>
          {t('card.apply')}
        </button>
        {props.canReset && (
          <button
            type="button"
            class="button"
            aria-disabled={props.busy}
            onClick={() => props.onCorrect(null)}
          >
            {t('card.resetToEngine')}
          </button>
        )}
        <button type="button" class="button quiet" onClick={props.onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
