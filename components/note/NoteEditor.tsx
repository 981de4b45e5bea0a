/** A claim's note and tags, saved as one types: in the card's frame, and in the library. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../i18n';
import { Tags } from '../Tags';
import { foremost, SaveLine, useLeaving, useSaving } from './saving';
import { useFollowed } from './use-followed';
import { writeThrough } from './write-through';

interface NoteEditorProps {
  readonly note: string;
  readonly tags: readonly string[];
  readonly tagsInUse: readonly string[];
  /** Where what has a tag is shown; the frame's editor has no such place. */
  readonly tagHref?: (tag: string) => string;
  /** The frame's editor takes the focus as it opens; the library's doesn't. */
  readonly takesFocus?: boolean;
  readonly onNote: (note: string) => Promise<unknown>;
  readonly onTags: (tags: readonly string[]) => Promise<unknown>;
}

export function NoteEditor(props: NoteEditorProps) {
  const [tags, setTags] = useState(props.tags);
  const noting = useSaving();
  const tagging = useSaving();
  const { typed, type } = useFollowed(props.note, noting.isQuiet);
  const field = useRef<HTMLTextAreaElement>(null);

  // One writer for each field, for the life of the editor: its callbacks are those of the first render.
  const writers = useMemo(
    () => ({
      note: writeThrough({ save: props.onNote, onState: noting.onState }),
      tags: writeThrough({ save: props.onTags, onState: tagging.onState }),
    }),
    [],
  );

  useLeaving(() => {
    void writers.note.flush();
    void writers.tags.flush();
  });

  useEffect(() => {
    if (props.takesFocus) field.current?.focus();
  }, [props.takesFocus]);

  useEffect(() => {
    if (tagging.isQuiet.current) setTags(props.tags);
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
        value={typed}
        onInput={(event) => {
          type(event.currentTarget.value);
          writers.note.change(event.currentTarget.value);
        }}
        onBlur={() => void writers.note.flush()}
      />
      <label for="tags">{t('note.tags')}</label>
      <Tags
        id="tags"
        tags={tags}
        inUse={props.tagsInUse}
        hrefOf={props.tagHref}
        onChange={(next) => {
          setTags(next);
          writers.tags.change(next);
          // At once: the editor may be going this moment.
          void writers.tags.flush();
        }}
      />
      <SaveLine saving={foremost(noting.saving, tagging.saving)} />
    </form>
  );
}
