/** One text of the reader's, saved as they type: the note on an argument, or on an article. */
import { useId, useMemo, useRef } from 'preact/hooks';
import { SaveLine, useLeaving, useSaving } from './saving';
import { useFollowed } from './use-followed';
import { writeThrough } from './write-through';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  /** The newest one is used: give the field a `key` of what the note is on. */
  readonly onText: (text: string) => Promise<unknown>;
}

export function NoteField({ label, placeholder, text, onText }: Props) {
  const id = useId();
  const { saving, onState, isQuiet } = useSaving();
  const { typed, type } = useFollowed(text, isQuiet);
  const save = useRef(onText);
  save.current = onText;
  const writer = useMemo(() => writeThrough<string>({ save: (last) => save.current(last), onState }), []);
  useLeaving(() => writer.flush());

  return (
    <form class="note-editor" onSubmit={(event) => event.preventDefault()}>
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="field"
        rows={3}
        placeholder={placeholder}
        value={typed}
        onInput={(event) => {
          type(event.currentTarget.value);
          writer.change(event.currentTarget.value);
        }}
        onBlur={() => void writer.flush()}
      />
      <SaveLine saving={saving} />
    </form>
  );
}
