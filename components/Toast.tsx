import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon';
import { t } from './i18n';

export interface ToastMessage {
  /** A new number for every message, so that the same words twice are two messages. */
  readonly turn: number;
  readonly text: string;
  readonly tone: 'done' | 'error';
  readonly onUndo?: () => void;
}

export interface ToastProps {
  readonly message: ToastMessage | null;
  readonly onClose: () => void;
}

const SHOWN_MS = 10_000;

/** What was just done, with its undoing; errors stay until closed, and what the reader is at until they leave it. */
export function Toast({ message, onClose }: ToastProps) {
  const place = useRef<HTMLDivElement>(null);
  const turn = message?.tone === 'done' ? message.turn : null;
  useEffect(() => {
    if (turn === null) return;
    const timer = setInterval(() => {
      if (!place.current?.matches(':hover, :focus-within')) onClose();
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [turn]);
  return (
    <div ref={place} class="toast-place" role={message?.tone === 'error' ? 'alert' : 'status'}>
      {message && (
        <div class="toast" data-tone={message.tone}>
          <Icon name={message.tone === 'error' ? 'warn' : 'check'} />
          <span>{message.text}</span>
          {message.onUndo && (
            <button type="button" class="button" onClick={message.onUndo}>
              {t('common.undo')}
            </button>
          )}
          <button type="button" class="button quiet icon" aria-label={t('common.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
