import { Icon } from '../Icon';
import { t } from '../i18n';
import type { CardProps } from './types';

/** Confirm, dismiss, change, note. A verdict is a switch: pressed again it is taken back. */
export function CardActions(props: CardProps & { readonly onChange: () => void }) {
  const { annotation, busy, onVerdict, noteFrame } = props;
  const { verdict, note, tags } = annotation;
  const hasNote = note !== '' || tags.length > 0;
  return (
    <>
      <div class="card-actions">
        {verdict === 'added' ? (
          <span class="added small">
            <Icon name="check" />
            {t('verdict.added')}
          </span>
        ) : (
          <>
            <button
              type="button"
              class="button"
              aria-pressed={verdict === 'confirmed'}
              aria-disabled={busy}
              onClick={() => onVerdict(verdict === 'confirmed' ? 'found' : 'confirmed')}
            >
              <Icon name="check" />
              {verdict === 'confirmed' ? t('card.confirmed') : t('card.confirm')}
            </button>
            <button
              type="button"
              class="button"
              aria-pressed={verdict === 'dismissed'}
              aria-disabled={busy}
              onClick={() => onVerdict(verdict === 'dismissed' ? 'found' : 'dismissed')}
            >
              <Icon name="dismiss" />
              {verdict === 'dismissed' ? t('card.dismissed') : t('card.dismiss')}
            </button>
          </>
        )}
        <button type="button" class="button" onClick={props.onChange}>
          <Icon name="swap" />
          {t('card.change')}
        </button>
        {!props.isExample && (
          <button
            type="button"
            class="button"
            aria-expanded={noteFrame !== null}
            onClick={() => (noteFrame === null ? props.onOpenNote() : props.onCloseNote())}
          >
            <Icon name="pen" />
            {hasNote ? t('card.noteEdit') : t('card.noteOpen')}
          </button>
        )}
      </div>
      {noteFrame === null && hasNote && (
        <div class="note-preview small">
          {note && <p>{note}</p>}
          {tags.length > 0 && (
            <p class="tags">
              {tags.map((tag) => (
                <span class="tag" key={tag}>
                  {tag}
                </span>
              ))}
            </p>
          )}
        </div>
      )}
    </>
  );
}
