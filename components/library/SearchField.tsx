import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { t } from '../i18n';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/**
 * Searches as one types. While an input method composes a Korean or Chinese word, nothing is asked and nothing is
 * written into the field from outside.
 */
export function SearchField({ text, onText }: Props) {
  const [typed, setTyped] = useState(text);
  const isComposing = useRef(false);
  /** What was asked from here and has not come back yet: an answer may be slower than the next key. */
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (asked.current.delete(text) || isComposing.current) return;
    // Set elsewhere: filters were cleared, a saved view was opened.
    asked.current.clear();
    setTyped(text);
  }, [text]);
  const take = (value: string) => {
    setTyped(value);
    if (isComposing.current) return;
    asked.current.add(value);
    onText(value);
  };
  return (
    <label class="search-field">
      <Icon name="search" />
      <span class="hidden-text">{t('library.search')}</span>
      <input
        id="library-search"
        class="field"
        type="search"
        placeholder={t('library.search')}
        value={typed}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          take(event.currentTarget.value);
        }}
        onInput={(event) => take(event.currentTarget.value)}
      />
    </label>
  );
}
