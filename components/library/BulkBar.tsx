/** What can be done with several claims at once. */
import { useState } from 'preact/hooks';
import type { Exporting } from '../exchange/ExportDialog';
import { exportItems } from '../exchange/export-items';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Menu } from '../Menu';
import { tagsTyped } from '../Tags';
import type { BulkEdits } from './edits';

interface Props {
  readonly ids: readonly string[];
  readonly tagsInUse: readonly string[];
  readonly edits: BulkEdits;
  readonly exporting: Exporting;
  readonly onPickAll: () => void;
  readonly onClear: () => void;
}

export function BulkBar({ ids, tagsInUse, edits, exporting, onPickAll, onClear }: Props) {
  const [tag, setTag] = useState('');
  /** Puts what is typed on all of them, or takes it from them. */
  const retag = (change: BulkEdits['onTagAll']) => {
    const tags = tagsTyped(tag);
    if (tags.length > 0) change(ids, tags);
    setTag('');
  };
  return (
    <section class="bulk-bar" aria-label={t('bulk.actions')}>
      <p role="status">
        <b>{t('bulk.picked', ids.length)}</b>
        <button type="button" class="button quiet" onClick={onPickAll}>
          {t('bulk.pickAll')}
        </button>
        <button type="button" class="button quiet" onClick={onClear}>
          {t('bulk.clear')}
        </button>
      </p>
      <div class="bulk-actions">
        <button type="button" class="button" onClick={() => edits.onVerdictAll(ids, 'confirmed')}>
          <Icon name="check" />
          {t('card.confirm')}
        </button>
        <button type="button" class="button" onClick={() => edits.onVerdictAll(ids, 'dismissed')}>
          <Icon name="dismiss" />
          {t('card.dismiss')}
        </button>
        <Menu label={t('bulk.export')} icon="out" side="up" items={exportItems(ids, exporting)} />
        <button type="button" class="button danger" onClick={() => edits.onRemoveAll(ids)}>
          <Icon name="bin" />
          {t('bulk.remove')}
        </button>
        <form
          class="bulk-tag"
          onSubmit={(event) => {
            event.preventDefault();
            retag(edits.onTagAll);
          }}
        >
          <input
            class="field"
            list="bulk-tags"
            aria-label={t('bulk.tag')}
            placeholder={t('bulk.tag')}
            value={tag}
            onInput={(event) => setTag(event.currentTarget.value)}
          />
          <datalist id="bulk-tags">
            {tagsInUse.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <button type="submit" class="button" disabled={!tag.trim()}>
            <Icon name="tag" />
            {t('bulk.addTag')}
          </button>
          <button type="button" class="button" disabled={!tag.trim()} onClick={() => retag(edits.onUntagAll)}>
            {t('bulk.removeTag')}
          </button>
        </form>
      </div>
    </section>
  );
}
