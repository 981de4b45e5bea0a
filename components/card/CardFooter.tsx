import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { t } from '../i18n';
import type { CardProps } from './types';

/** Copy the sentence's link, open it in the library, delete it (asked twice). */
export function CardFooter({ busy, error, onCopyLink, onOpenLibrary, onRemove }: CardProps) {
  const [pressed, setPressed] = useState(false);
  const copied = pressed && !busy && error === null;
  const [sure, setSure] = useState(false);
  // The button pressed is gone: the question's has the focus, and afterwards the one that asked it.
  const answer = useRef<HTMLButtonElement>(null);
  const drawn = useRef(false);
  useLayoutEffect(() => {
    if (drawn.current) answer.current?.focus();
    drawn.current = true;
  }, [sure]);
  if (sure) {
    return (
      <div class="card-footer" role="alertdialog" aria-label={t('card.removeSure')}>
        <span class="small">{t('card.removeSure')}</span>
        <button type="button" class="button danger" aria-disabled={busy} onClick={() => onRemove()}>
          {t('card.removeYes')}
        </button>
        <button type="button" class="button" ref={answer} onClick={() => setSure(false)}>
          {t('card.removeNo')}
        </button>
      </div>
    );
  }
  return (
    <footer class="card-footer">
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          onCopyLink();
          setPressed(true);
        }}
      >
        <Icon name={copied ? 'check' : 'link'} />
        <span aria-live="polite">{copied ? t('card.copied') : t('card.copyLink')}</span>
      </button>
      {onOpenLibrary && (
        <button type="button" class="button quiet" onClick={() => onOpenLibrary()}>
          <Icon name="book" />
          {t('card.openLibrary')}
        </button>
      )}
      <button
        ref={answer}
        type="button"
        class="button quiet icon"
        aria-label={t('card.remove')}
        title={t('card.remove')}
        onClick={() => setSure(true)}
      >
        <Icon name="bin" />
      </button>
    </footer>
  );
}
