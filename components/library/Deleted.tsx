/** What was deleted in this session, here or on a page, and its way back. */
import type { Annotation } from '../../annotations/types';
import { ClaimText } from '../ClaimText';
import { t } from '../i18n';
import { factsLine, titleName } from '../words';

interface Props {
  /** The latest first. */
  readonly deleted: readonly Annotation[];
  readonly onBringBack: (ids: readonly string[]) => void;
}

/** As many as anybody looks through; the others come back with all. */
const MOST = 50;

export function Deleted({ deleted, onBringBack }: Props) {
  const shown = deleted.slice(0, MOST);
  const bringBack = (button: HTMLElement, ids: readonly string[]) => {
    // The button goes with its claim: the focus must not fall with it.
    button.closest('details')?.querySelector('summary')?.focus();
    onBringBack(ids);
  };
  return (
    <details class="notes-alone deleted">
      <summary>
        {t('deleted.title')} ({deleted.length})
      </summary>
      <p class="muted">{t('deleted.hint')}</p>
      {deleted.length > 1 && (
        <button
          type="button"
          class="button"
          onClick={({ currentTarget }) =>
            bringBack(
              currentTarget,
              deleted.map(({ id }) => id),
            )
          }
        >
          {t('deleted.backAll', [deleted.length])}
        </button>
      )}
      <ul>
        {shown.map((claim) => (
          <li key={claim.id}>
            <span>
              <ClaimText claim={claim} />
              <small class="muted">{factsLine([claim.page.outlet, titleName(claim.page)])}</small>
            </span>
            <button
              type="button"
              class="button"
              aria-label={`${t('deleted.back')}: ${claim.target.quote.exact}`}
              onClick={({ currentTarget }) => bringBack(currentTarget, [claim.id])}
            >
              {t('deleted.back')}
            </button>
          </li>
        ))}
      </ul>
      {deleted.length > MOST && <p class="muted">{t('deleted.more', deleted.length - MOST)}</p>}
    </details>
  );
}
