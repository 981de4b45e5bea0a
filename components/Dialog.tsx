import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon';
import { t } from './i18n';

interface Props {
  readonly title: string;
  /** Nothing in it takes the focus: it takes it as a whole, to be scrolled by keys. */
  readonly isForReading?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal dialog, the browser's own: it keeps the focus, and Escape closes it. */
export function Dialog({ title, isForReading = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything is drawn: whoever sees the dialog can already close it by a key.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Only one that is closed, not one that is just taken away, gives the focus back to what had it.
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby="dialog-title"
      // Of its going away nobody needs to be told.
      onClose={({ currentTarget }) => currentTarget.isConnected && onClose()}
    >
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="button quiet icon" aria-label={t('common.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {/* Chromium before 130 scrolls by keys only what can have the focus. */}
      <div class="dialog-body" tabIndex={isForReading ? 0 : undefined}>
        {children}
      </div>
    </dialog>
  );
}
