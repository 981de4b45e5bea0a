/** How far what the reader types is saved: for every field that writes through. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorWords } from '../errors';
import { Icon } from '../Icon';
import { t } from '../i18n';
import type { SaveState } from './write-through';

interface Saving {
  readonly of: SaveState | 'untouched';
  readonly error?: string;
}

/** The state of the writer that is given `onState`; `isQuiet` while nothing of the reader's is under way. */
export function useSaving() {
  const [saving, setSaving] = useState<Saving>({ of: 'untouched' });
  const onState = (of: SaveState, thrown?: unknown) =>
    setSaving(of === 'failed' ? { of, error: errorWords(thrown) } : { of });
  // Read by effects at their own moment.
  const isQuiet = useRef(true);
  isQuiet.current = saving.of === 'saved' || saving.of === 'untouched';
  return { saving, onState, isQuiet };
}

/** What of two fields is to be said in one line: that one is saved must not hide that the other is not. */
export function foremost(a: Saving, b: Saving): Saving {
  const order = ['failed', 'saving', 'saved', 'untouched'] as const;
  return order.indexOf(a.of) <= order.indexOf(b.of) ? a : b;
}

/** Saves at once whenever the reader turns to something else. @param flush that of the first render is used */
export function useLeaving(flush: () => unknown): void {
  useEffect(() => {
    const leave = () => void flush();
    const onVisibility = () => document.visibilityState === 'hidden' && leave();
    window.addEventListener('blur', leave);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      leave();
      window.removeEventListener('blur', leave);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, []);
}

/** The line under the field. */
export function SaveLine({ saving }: { readonly saving: Saving }) {
  return (
    <p class="small save-state" role="status" data-state={saving.of}>
      {saving.of === 'saving' && t('note.saving')}
      {saving.of === 'saved' && (
        <>
          <Icon name="check" size={14} />
          {t('note.saved')}
        </>
      )}
      {saving.of === 'failed' && (
        <>
          <Icon name="warn" size={14} />
          {t('note.notSaved')} {saving.error}
        </>
      )}
    </p>
  );
}
