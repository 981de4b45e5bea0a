/** Views the reader gave a name, each a link; and the field that names the present one. */
import { useState } from 'preact/hooks';
import { LONGEST_NAME } from '../../annotations/saved-view';
import { Icon } from '../Icon';
import { t } from '../i18n';

export interface SavedViewsProps {
  readonly views: readonly { readonly name: string; readonly hash: string }[];
  /** Keeps the present one under a name. */
  readonly onSave: (name: string) => void;
  readonly onRemove: (name: string) => void;
}

export function SavedViews({ views, onSave, onRemove }: SavedViewsProps) {
  const [name, setName] = useState('');
  return (
    <details class="filter-more saved-views">
      <summary>
        {t('views.title')}
        {views.length > 0 && ` (${views.length})`}
      </summary>
      {views.length === 0 && <p class="small muted">{t('views.none')}</p>}
      <ul>
        {views.map((view) => (
          <li key={view.name}>
            <a href={`#${view.hash}`}>{view.name}</a>
            <button
              type="button"
              class="button quiet icon"
              aria-label={t('views.remove', [view.name])}
              onClick={() => onRemove(view.name)}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <form
        class="bulk-tag"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) onSave(name.trim());
          setName('');
        }}
      >
        <input
          class="field"
          aria-label={t('views.name')}
          placeholder={t('views.name')}
          maxLength={LONGEST_NAME}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!name.trim()}>
          {t('views.save')}
        </button>
      </form>
    </details>
  );
}
