/** The library's first screen: every claim, by article or ranked, and the one that is chosen. */
import { useMemo } from 'preact/hooks';
import { sortingOf } from '../../annotations/order';
import { AnchorSum } from '../AnchorSum';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { isPlain } from '../library-view';
import { BulkBar } from './BulkBar';
import { ClaimList } from './ClaimList';
import { Deleted } from './Deleted';
import { Detail } from './Detail';
import { NoClaims } from './Empty';
import { FilterBar } from './FilterBar';
import type { LibraryDialog, LibraryProps } from './Library';
import { NotesAlone } from './NotesAlone';
import { rowsOf } from './rows';
import { useFront } from './use-front';
import { useKeys } from './use-keys';
import { usePicks } from './use-picks';

export interface ClaimsProps
  extends Pick<
    LibraryProps,
    'view' | 'collection' | 'chosen' | 'edits' | 'savedViews' | 'exporting' | 'onView'
  > {
  readonly onDialog: (dialog: LibraryDialog) => void;
}

export function Claims(props: ClaimsProps) {
  const { view, collection, edits, onView, onDialog } = props;
  const { filter, order, id: active } = view;
  const { claims, total } = collection;
  const front = useFront(active === null ? 'list' : 'detail', filter);
  const picks = usePicks(claims);
  const rows = useMemo(() => rowsOf(claims ?? [], sortingOf(order, t('common.locale'))), [claims, order]);
  useKeys(props, { rows, front, picks });
  const isEmpty = claims !== null && total === 0;
  return (
    <main class="library-main" data-front={front.pane}>
      <section class="library-list" aria-label={t('library.list')}>
        {!isEmpty && (
          <FilterBar
            view={view}
            collection={collection}
            savedViews={props.savedViews}
            onView={onView}
            onRenameTag={edits.onRenameTag}
          />
        )}
        {/* The sum of all: under a filter it would not be what is stored. */}
        {rows.length > 0 && claims?.length === total && <AnchorSum annotations={claims} onlyIfAmiss />}
        {rows.length > 0 ? (
          <ClaimList
            // Another order is another list: it begins at the claim chosen, or at its top.
            key={order}
            rows={rows}
            total={claims?.length ?? 0}
            active={active}
            picked={picks.ids}
            onPick={picks.toggle}
            onActivate={(id) => onView({ ...view, id })}
            onOpen={() => front.bring('detail')}
          />
        ) : (
          <NoClaims
            collection={collection}
            isSearch={filter.text !== undefined}
            onClear={() => onView({ ...view, filter: {} })}
            onDialog={onDialog}
          />
        )}
        {collection.notesAlone.length > 0 && isPlain(filter) && (
          <NotesAlone notes={collection.notesAlone} onPageNote={edits.onPageNote} />
        )}
        {collection.deleted.length > 0 && (
          <Deleted deleted={collection.deleted} onBringBack={edits.onBringBack} />
        )}
        {picks.ids.size > 0 && (
          <BulkBar
            ids={[...picks.ids]}
            tagsInUse={collection.tags}
            edits={edits}
            exporting={props.exporting}
            onPickAll={picks.pickAll}
            onClear={picks.clear}
          />
        )}
      </section>
      {!isEmpty && <DetailPane {...props} onBack={() => front.bring('list')} />}
    </main>
  );
}

/** The claim chosen, or a word that one can be. */
function DetailPane({
  view,
  collection,
  chosen,
  edits,
  exporting,
  onBack,
}: ClaimsProps & { readonly onBack: () => void }) {
  return (
    <section class="library-detail" tabIndex={-1} aria-label={t('library.detail')}>
      <button type="button" class="button quiet back" onClick={onBack}>
        <Icon name="previous" />
        {t('common.back')}
      </button>
      {chosen ? (
        <Detail
          chosen={chosen}
          order={view.order}
          tagsInUse={collection.tags}
          edits={edits}
          exporting={exporting}
        />
      ) : (
        <div class="empty">
          <Icon name="text" size={32} />
          <p>{t('library.select')}</p>
        </div>
      )}
    </section>
  );
}
