/** One text of the reader's, saved as they type: the note on an argument, or on an article. */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { SaveLine, useLeaving, useSaving } from './saving';
import { writeThrough } from './write-through';

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
  const { saving, onState, isQuiet } = useSaving();
  const field = useRef<HTMLTextAreaElement>(null);
  const writer = useMemo(() => writeThrough({ save: onText, onState }), []);
  useLeaving(() => writer.flush());
  // Written elsewhere meanwhile: follow it, unless something of one's own is under way.
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
      <SaveLine saving={saving} />
    </form>
  );
}
