import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { tagsTyped } from '../Tags';
import type { Edits } from './edits';

interface Props {
  readonly tag: string;
  /** Every tag in use. */
  readonly tagsInUse: readonly string[];
  readonly onRenameTag: Edits['onRenameTag'];
}

/** Another name for the tag the list is filtered by, on every claim that has it. */
export function RenameTag({ tag, tagsInUse, onRenameTag }: Props) {
  const [typed, setTyped] = useState({ tag, text: tag });
  // What was typed was for the tag in force then.
  const text = typed.tag === tag ? typed.text : tag;
  const [name = '', ...others] = tagsTyped(text);
  const isName = name !== '' && name !== tag && others.length === 0;
  return (
    <details class="filter-more rename-tag">
      <summary>{t('tags.rename', [tag])}</summary>
      <form
        class="bulk-tag"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isName) return;
          // The button goes dead with the name in force: the focus must not fall with it.
          const fold = event.currentTarget.closest('details');
          fold?.removeAttribute('open');
          fold?.querySelector('summary')?.focus();
          onRenameTag(tag, name);
        }}
      >
        <input
          class="field"
          aria-label={t('tags.newName', [tag])}
          aria-describedby="rename-joins"
          value={text}
          onInput={(event) => setTyped({ tag, text: event.currentTarget.value })}
        />
        <button type="submit" class="button" disabled={!isName}>
          {t('tags.renameButton')}
        </button>
      </form>
      <p id="rename-joins" class="small" role="status">
        {isName && tagsInUse.includes(name) && t('tags.joins', [name])}
      </p>
    </details>
  );
}
