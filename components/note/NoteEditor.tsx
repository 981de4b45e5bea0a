/** The note editor that stands in the card's frame: a text and tags, saved as one types. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { errorWords } from '../errors';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Tags } from '../Tags';
import { type SaveState, writeThrough } from './write-through';

export interface NoteEditorProps {
  readonly note: string;
  readonly tags: readonly string[];
  /** The frame's editor takes the focus as it opens; the library's doesn't. */
  readonly takesFocus?: boolean;
  readonly onNote: (note: string) => Promise<unknown>;
  readonly onTags: (tags: readonly string[]) => Promise<unknown>;
}

export function NoteEditor(props: NoteEditorProps) {
  const [note, setNote] = useState(props.note);
  const [tags, setTags] = useState(props.tags);
  const [state, setState] = useState<{ of: SaveState | 'untouched'; error?: string }>({
    of: 'untouched',
  });
  const field = useRef<HTMLTextAreaElement>(null);

  // One writer for each field, for the life of the editor: its callbacks are those of the first render.
  const writers = useMemo(() => {
    const onState = (of: SaveState, thrown?: unknown) =>
      setState(of === 'failed' ? { of, error: errorWords(thrown) } : { of });
    return {
      note: writeThrough({ save: props.onNote, onState }),
      tags: writeThrough({ save: props.onTags, onState, delay: 0 }),
    };
  }, []);

  useEffect(() => {
    const flush = () => {
      void writers.note.flush();
      void writers.tags.flush();
    };
    const onVisibility = () => document.visibilityState === 'hidden' && flush();
    window.addEventListener('blur', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      flush();
      window.removeEventListener('blur', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [writers]);

  useEffect(() => {
    if (props.takesFocus) field.current?.focus();
  }, [props.takesFocus]);

  // Written elsewhere meanwhile: follow it, unless something of one's own is under way.
  const isQuiet = useRef(true);
  isQuiet.current = state.of === 'saved' || state.of === 'untouched';
  useEffect(() => {
    if (isQuiet.current && document.activeElement !== field.current) setNote(props.note);
  }, [props.note]);
  useEffect(() => {
    if (isQuiet.current) setTags(props.tags);
  }, [props.tags]);

  return (
    <form class="note-editor" onSubmit={(event) => event.preventDefault()}>
      <label for="note">{t('note.label')}</label>
      <textarea
        ref={field}
        id="note"
        class="field"
        rows={3}
        placeholder={t('note.placeholder')}
        value={note}
        onInput={(event) => {
          setNote(event.currentTarget.value);
          writers.note.change(event.currentTarget.value);
        }}
        onBlur={() => void writers.note.flush()}
      />
      <label for="tags">{t('note.tags')}</label>
      <Tags
        id="tags"
        tags={tags}
        onChange={(next) => {
          setTags(next);
          writers.tags.change(next);
        }}
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
