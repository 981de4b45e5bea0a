/** One text of the reader's, saved as they type: the note on an argument, or on an article. */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { errorWords } from '../errors';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { type SaveState, writeThrough } from './write-through';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** Its callback is that of the first render: give the field a `key` of what the note is on. */
  readonly onText: (text: string) => Promise<unknown>;
}

export function NoteField({ label, placeholder, text, onText }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  const [state, setState] = useState<{ of: SaveState | 'untouched'; error?: string }>({
    of: 'untouched',
  });
  const field = useRef<HTMLTextAreaElement>(null);
  const writer = useMemo(
    () =>
      writeThrough({
        save: onText,
        onState: (of, thrown) => setState(of === 'failed' ? { of, error: errorWords(thrown) } : { of }),
      }),
    [],
  );
  useEffect(() => {
    const flush = () => void writer.flush();
    const onVisibility = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      flush();
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [writer]);
  // Written elsewhere meanwhile: follow it, unless something of one's own is under way.
  const isQuiet = useRef(true);
  isQuiet.current = state.of === 'saved' || state.of === 'untouched';
  useEffect(() => {
    if (isQuiet.current && document.activeElement !== field.current) setTyped(text);
  }, [text]);

  return (
    <form class="note-editor" onSubmit={(event) => event.preventDefault()}>
      <label for={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        class="field"
        rows={3}
        placeholder={placeholder}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          writer.change(event.currentTarget.value);
        }}
        onBlur={() => void writer.flush()}
      />
      <p class="small save-state" role="status" data-state={state.of}>
        {state.of === 'saving' && t('note.saving')}
        {state.of === 'saved' && (
          <>
            <Icon name="check" size={14} />
            {t('note.saved')}
          </>
        )}
        {state.of === 'failed' && (
          <>
            <Icon name="warn" size={14} />
            {t('note.notSaved')} {state.error}
          </>
        )}
      </p>
    </form>
  );
}
