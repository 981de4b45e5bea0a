/** Claims in doubt, one at a time, judged by single keys. */
import { useContext } from 'preact/hooks';
import { shownMatch, shownOf } from '../../annotations/shown';
import type { Annotation, Verdict } from '../../annotations/types';
import { essayIdOf } from '../../essays/ids';
import { AnchorNotice } from '../AnchorNotice';
import { Icon } from '../Icon';
import { InContext } from '../InContext';
import { t } from '../i18n';
import { Linked } from '../Linked';
import { hrefOf } from '../library-view';
import { SingleKeys, useSingleKeys } from '../use-single-keys';
import { dateWords, factsLine, titleName } from '../words';
import { Learned, type LearnedProps } from './Learned';

interface QueueProps extends LearnedProps {
  /** The claim to be judged; null while it is read, or when nothing waits. */
  readonly claim: Annotation | null;
  readonly left: number;
  readonly skipped: number;
  readonly onJudge: (id: string, verdict: Verdict) => void;
  readonly onSkip: (id: string) => void;
  readonly onSkippedAgain: () => void;
  readonly onUndo: () => void;
}

export function Queue(props: QueueProps) {
  const { claim, left, skipped, onJudge, onSkip, onUndo } = props;
  useSingleKeys({
    c: () => claim && onJudge(claim.id, 'confirmed'),
    d: () => claim && onJudge(claim.id, 'dismissed'),
    s: () => claim && onSkip(claim.id),
    u: onUndo,
  });
  return (
    <div class="screen queue-screen">
      <header>
        <h2>{t('queue.title')}</h2>
        <p class="muted">{t('queue.lead')}</p>
      </header>
      <section aria-live="polite">
        {left === 0 && (
          <p class="notice">
            <Icon name="check" />
            <span>{t('queue.done')}</span>
          </p>
        )}
        {claim && left > 0 && <Doubt {...props} claim={claim} />}
        {skipped > 0 && (
          <p>
            <button type="button" class="button quiet" onClick={props.onSkippedAgain}>
              {t('queue.skippedAgain')} ({skipped})
            </button>
          </p>
        )}
      </section>
      <Learned {...props} />
    </div>
  );
}

function Doubt({ claim, left, onJudge, onSkip }: QueueProps & { readonly claim: Annotation }) {
  const { id, page, anchor } = claim;
  const shown = shownOf(claim);
  const { isOn } = useContext(SingleKeys);
  if (!shown) return null;
  return (
    <article class="doubt" data-essay={essayIdOf(shown.argument)}>
      <p class="small muted screen-bar">
        <span>{factsLine([titleName(page), page.outlet, page.published && dateWords(page.published)])}</span>
        <span>{t('queue.left', left)}</span>
      </p>
      <InContext annotation={claim} cues={shownMatch(claim)?.cues ?? []} />
      <AnchorNotice anchor={anchor} />
      <p class="small muted">{t('queue.question')}</p>
      <Linked annotation={claim} />
      <p class="verdict-buttons">
        <button type="button" class="button primary" onClick={() => onJudge(id, 'confirmed')}>
          <Icon name="check" />
          {t('card.confirm')} {isOn && <kbd>C</kbd>}
        </button>
        <button type="button" class="button" onClick={() => onJudge(id, 'dismissed')}>
          <Icon name="dismiss" />
          {t('card.dismiss')} {isOn && <kbd>D</kbd>}
        </button>
        <button type="button" class="button quiet" onClick={() => onSkip(id)}>
          {t('queue.skip')} {isOn && <kbd>S</kbd>}
        </button>
        <a class="button quiet" href={hrefOf({ id })}>
          {t('queue.open')}
        </a>
      </p>
    </article>
  );
}
