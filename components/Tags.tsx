import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';
import { t } from './i18n';

interface Props {
  readonly id: string;
  readonly tags: readonly string[];
  /** Every tag in use, offered as one types. */
  readonly inUse: readonly string[];
  /** Where what has a tag is shown, for a place that can show it. */
  readonly hrefOf?: ((tag: string) => string) | undefined;
  readonly onChange: (tags: readonly string[]) => void;
}

/** What was typed as tags, trimmed: a comma, also the wide one of Chinese, stands between two. */
export const tagsTyped = (typed: string): readonly string[] =>
  typed
    .split(/[,，]/)
    .map((tag) => tag.trim().replace(/\s+/g, ' '))
    .filter(Boolean);

/** The tags with more; the same list where none of them is new. */
export function withTags(tags: readonly string[], more: readonly string[]): readonly string[] {
  const fresh = new Set(more.filter((tag) => !tags.includes(tag)));
  return fresh.size === 0 ? tags : [...tags, ...fresh];
}

/** The tags without some; the same list where none of those is in it. */
export function withoutTags(tags: readonly string[], some: readonly string[]): readonly string[] {
  const left = tags.filter((tag) => !some.includes(tag));
  return left.length === tags.length ? tags : left;
}

/** The tags with one under another name, each once; the same list where it is not among them. */
export function tagRenamed(tags: readonly string[], tag: string, name: string): readonly string[] {
  return tags.includes(tag) ? [...new Set(tags.map((one) => (one === tag ? name : one)))] : tags;
}

/**
 * Tags as chips with a field for the next: Enter or a comma adds, Backspace in the empty field takes the last. A word
 * left half typed waits in the field, and is a tag only once the field goes.
 */
export function Tags({ id, tags, inUse, hrefOf, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const next = withTags(tags, tagsTyped(typed));
    if (next !== tags) onChange(next);
    setTyped('');
  };
  const end = useRef(add);
  end.current = add;
  useEffect(() => {
    const onEnd = () => end.current();
    window.addEventListener('pagehide', onEnd);
    return () => {
      window.removeEventListener('pagehide', onEnd);
      onEnd();
    };
  }, []);
  return (
    <div class="tags-field field">
      {tags.map((tag) => (
        <span class="tag" key={tag}>
          {hrefOf ? (
            <a href={hrefOf(tag)} title={t('library.tagShow', [tag])}>
              {tag}
            </a>
          ) : (
            tag
          )}
          <button
            type="button"
            aria-label={t('library.tagRemove', [tag])}
            onClick={({ currentTarget }) => {
              // To the next tag's button, or the field behind the last: with this one the focus would go nowhere.
              const next = currentTarget.parentElement?.nextElementSibling;
              next?.querySelector('button')?.focus();
              if (next instanceof HTMLInputElement) next.focus();
              onChange(withoutTags(tags, [tag]));
            }}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      <input
        id={id}
        list={`${id}-in-use`}
        value={typed}
        placeholder={tags.length === 0 ? t('note.tagsPlaceholder') : ''}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While a Korean or Chinese word is being composed, Enter belongs to the input method.
          if (event.isComposing) return;
          if ((event.key === 'Enter' || event.key === ',') && typed.trim() !== '') {
            event.preventDefault();
            add();
          } else if (event.key === 'Backspace' && typed === '' && tags.length > 0) {
            onChange(tags.slice(0, -1));
          }
        }}
      />
      <datalist id={`${id}-in-use`}>
        {inUse
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
