/** The card on a news page: one claim, the argument it is linked to, why, and all that can be done with it. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { otherMatches, shownMatch, shownOf } from '../../annotations/shown';
import { essayIdOf } from '../../essays/ids';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Linked } from '../Linked';
import { Problem } from '../Problem';
import { Quote } from '../Quote';
import { uiLocale } from '../words';
import { CardActions } from './CardActions';
import { CardFolds } from './CardFolds';
import { CardFooter } from './CardFooter';
import { CardHeader } from './CardHeader';
import { ChangeLink } from './ChangeLink';
import { NoteFrame } from './NoteFrame';
import { PlaceNotice } from './PlaceNotice';
import type { CardProps } from './types';
import { useKeptFocus } from './use-kept-focus';

export function Card(props: CardProps) {
  const { annotation, error } = props;
  const { matches, correction } = annotation;
  const { state, reason } = annotation.anchor;
  const [changing, setChanging] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const shown = shownOf(annotation);
  const match = shownMatch(annotation);

  useEffect(() => {
    if (!props.isExample) root.current?.focus({ preventScroll: true });
  }, [props.isExample]);
  useKeptFocus(root);
  // Once the correction is written; not by its value, which comes anew with whatever else is written.
  useEffect(() => setChanging(false), [annotation.id, annotation.touched.correction]);

  return (
    <div
      ref={root}
      class="card"
      role="dialog"
      aria-label={t('card.title')}
      lang={uiLocale()}
      aria-busy={props.busy}
      data-example={props.isExample || undefined}
      tabIndex={-1}
      data-essay={shown && essayIdOf(shown.argument)}
      onKeyDown={(event) => {
        // The page's own shortcuts are not meant.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        if (changing) setChanging(false);
        else props.onClose();
      }}
    >
      <CardHeader
        title={t('name')}
        status={props.index > 0 ? t('card.position', [props.index, props.count]) : ''}
        onClose={props.onClose}
      >
        <Steps {...props} />
      </CardHeader>
      <div class="card-body">
        {error && <Problem>{error}</Problem>}
        <PlaceNotice {...props} />
        <blockquote
          class={state === 'anchored' && !reason ? 'in-place' : undefined}
          lang={annotation.page.language || undefined}
          title={match?.cues.length ? t('card.cueHint') : undefined}
        >
          <Quote text={annotation.target.quote.exact} cues={match?.cues ?? []} />
        </blockquote>
        <Linked annotation={annotation} />
        {changing ? (
          <ChangeLink
            key={annotation.id}
            argument={shown?.argument ?? null}
            stance={shown?.stance ?? 'echoes'}
            suggestions={otherMatches(annotation).map(({ argument }) => argument)}
            canReset={correction !== null && matches.length > 0}
            busy={props.busy}
            onCorrect={props.onCorrect}
            onCancel={() => setChanging(false)}
          />
        ) : (
          <CardActions {...props} onChange={() => setChanging(true)} />
        )}
        {props.noteFrame !== null && (
          <NoteFrame
            address={props.noteFrame}
            written={`${annotation.touched.note} ${annotation.touched.tags}`}
            inLibrary={props.onOpenLibrary !== undefined}
            onClose={props.onCloseNote}
          />
        )}
        {!changing && <CardFolds {...props} />}
      </div>
      {!props.isExample && <CardFooter key={annotation.id} {...props} />}
    </div>
  );
}

function Steps({ index, count, onStep }: Pick<CardProps, 'index' | 'count' | 'onStep'>) {
  const ways = ['previous', 'next'] as const;
  return ways.map((to) => (
    <button
      key={to}
      type="button"
      class="button quiet icon"
      aria-label={t(`card.${to}`)}
      disabled={count < (index > 0 ? 2 : 1)}
      onClick={() => onStep(to)}
    >
      <Icon name={to} />
    </button>
  ));
}
