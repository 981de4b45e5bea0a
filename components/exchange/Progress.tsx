import { numberWords, t } from '../i18n';

interface Props {
  readonly done: number;
  /** 0: nobody knows. */
  readonly total: number;
  /** In words, of both numbers. */
  readonly words: (numbers: [done: string, total: string]) => string;
  readonly onCancel: () => void;
}

/** How far long work is, and the way to stop it. */
export function Progress({ done, total, words, onCancel }: Props) {
  const text = words([numberWords(done), numberWords(total)]);
  return (
    <div class="progress-line">
      <span class="small">{text}</span>
      {total > 0 ? <progress max={total} value={done} aria-label={text} /> : <progress aria-label={text} />}
      <button type="button" class="button" onClick={onCancel}>
        {t('common.cancel')}
      </button>
    </div>
  );
}
