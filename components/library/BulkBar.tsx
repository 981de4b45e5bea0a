/** What can be done with several claims at once. */
import { useState } from 'preact/hooks';
import { FEW_FORMATS, type Format } from '../exchange/formats';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Menu, type MenuItem } from '../Menu';
import { tagsTyped } from '../Tags';

export interface BulkActions {
  readonly onVerdictAll: (ids: readonly string[], verdict: 'confirmed' | 'dismissed') => void;
  readonly onTagAll: (ids: readonly string[], tags: readonly string[]) => void;
  readonly onUntagAll: (ids: readonly string[], tags: readonly string[]) => void;
  readonly onExportAll: (ids: readonly string[], format: Format) => void;
  readonly onCopyAll: (ids: readonly string[], format: Format) => void;
  readonly onRemoveAll: (ids: readonly string[]) => void;
}

interface Props extends BulkActions {
  readonly ids: readonly string[];
  readonly tagsInUse: readonly string[];
  readonly onPickAll: () => void;
  readonly onClear: () => void;
}

/** The ways out of a few claims: to the clipboard, or as a file. */
export function exportItems(
  ids: readonly string[],
  { onExportAll, onCopyAll }: Pick<BulkActions, 'onExportAll' | 'onCopyAll'>,
): MenuItem[] {
  return [
    { label: t('format.copy'), hint: t('format.copyHint'), onChoose: () => onCopyAll(ids, 'plain') },
    ...FEW_FORMATS.map((format) => ({
      label: t(`format.${format}`),
      hint: t(`format.${format}Hint`),
      onChoose: () => onExportAll(ids, format),
    })),
  ];
}

export function BulkBar({ ids, tagsInUse, onPickAll, onClear, ...actions }: Props) {
  const [tag, setTag] = useState('');
  /** Puts what is typed on all of them, or takes it from them. */
  const retag = (change: BulkActions['onTagAll']) => {
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
        <button type="button" class="button" onClick={() => actions.onVerdictAll(ids, 'confirmed')}>
          <Icon name="check" />
          {t('card.confirm')}
        </button>
        <button type="button" class="button" onClick={() => actions.onVerdictAll(ids, 'dismissed')}>
          <Icon name="dismiss" />
          {t('card.dismiss')}
        </button>
        <Menu label={t('bulk.export')} icon="out" side="up" items={exportItems(ids, actions)} />
        <button type="button" class="button danger" onClick={() => actions.onRemoveAll(ids)}>
          <Icon name="bin" />
          {t('bulk.remove')}
        </button>
        <form
          class="bulk-tag"
          onSubmit={(event) => {
            event.preventDefault();
            retag(actions.onTagAll);
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
          <button
            type="button"
            class="button"
            disabled={!tag.trim()}
            onClick={() => retag(actions.onUntagAll)}
          >
            {t('bulk.removeTag')}
          </button>
        </form>
      </div>
    </section>
  );
}
