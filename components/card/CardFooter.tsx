import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { quotationOf } from './quotation';
import type { CardProps } from './types';

/** Copy the sentence's link or the sentence itself, open it in the library, delete it (asked twice). */
export function CardFooter({ annotation, busy, error, onCopy, onOpenLibrary, onRemove }: CardProps) {
  const [pressed, setPressed] = useState<'link' | 'quote' | null>(null);
  const copied = busy || error !== null ? null : pressed;
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
      {(['link', 'quote'] as const).map((what) => (
        <button
          key={what}
          type="button"
          class="button quiet"
          title={what === 'quote' ? t('card.copyQuoteHint') : undefined}
          onClick={() => {
            onCopy(what === 'quote' ? quotationOf(annotation) : '');
            setPressed(what);
          }}
        >
          <Icon name={copied === what ? 'check' : what} />
          <span aria-live="polite">{t(`card.${copied === what ? 'copied' : 'copy'}.${what}`)}</span>
        </button>
      ))}
      {onOpenLibrary && (
        <button
          type="button"
          class="button quiet"
          title={t('card.openLibrary')}
          onClick={() => onOpenLibrary()}
        >
          <Icon name="book" />
          {t('library.title')}
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
