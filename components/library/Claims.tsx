/** The library's first screen: every claim, by article or ranked, and the one that is chosen. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { sortingOf } from '../../annotations/order';
import { AnchorSum } from '../AnchorSum';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { isPlain } from '../library-view';
import { BulkBar } from './BulkBar';
import { ClaimList } from './ClaimList';
import { Deleted } from './Deleted';
import { Detail } from './Detail';
import { EmptyLibrary, NothingMatches } from './Empty';
import { FilterBar } from './FilterBar';
import type { LibraryDialog, LibraryProps } from './Library';
import { NotesAlone } from './NotesAlone';
import { rowsOf, stepFrom } from './rows';
import { useKeys } from './use-keys';

interface Props
  extends Pick<
    LibraryProps,
    'view' | 'collection' | 'chosen' | 'edits' | 'savedViews' | 'exporting' | 'onView'
  > {
  readonly onDialog: (dialog: LibraryDialog) => void;
}

const LISTBOX = '.library-list [role=listbox]';

/** Its pane may have to come to the front first. */
function focusOn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

export function Claims(props: Props) {
  const { view, collection, chosen, edits, exporting, onView, onDialog } = props;
  const { filter, order, id: active } = view;
  const { claims, total } = collection;
  const onActivate = (id: string | null) => onView({ ...view, id });
  // Only where list and detail don't fit side by side: which of them is in front.
  const [inFront, setInFront] = useState<'list' | 'detail'>(active === null ? 'list' : 'detail');
  const [picks, setPicks] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(claims ?? [], sortingOf(order, t('common.locale'))), [claims, order]);

  // A tag or an article was followed from the detail: what it leads to comes to the front.
  const filtered = JSON.stringify(filter);
  const before = useRef(filtered);
  useEffect(() => {
    if (before.current === filtered) return;
    before.current = filtered;
    const detail = document.activeElement?.closest('.library-detail');
    setInFront('list');
    requestAnimationFrame(() => {
      if (detail?.checkVisibility() === false) focusOn(LISTBOX);
    });
  }, [filtered]);

  // What is out of sight is not acted on.
  const picked = useMemo(
    () => new Set(claims?.flatMap(({ id }) => (picks.has(id) ? [id] : [])) ?? []),
    [claims, picks],
  );
  const pick = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicks(next);
  };
  const pickAll = () => setPicks(new Set(claims?.map(({ id }) => id)));

  const listed = () => claims?.find(({ id }) => id === active);
  const judge = (verdict: 'confirmed' | 'dismissed') => {
    const claim = listed();
    if (claim && claim.verdict !== 'added')
      edits.onVerdict(claim.id, claim.verdict === verdict ? 'found' : verdict);
  };
  useKeys({
    onStep: (step) => onActivate(stepFrom(rows, active, step)),
    onOpen: () => {
      if (active === null) return;
      setInFront('detail');
      focusOn('.library-detail');
    },
    onBack: () => {
      if (picked.size) setPicks(new Set());
      else {
        setInFront('list');
        focusOn(LISTBOX);
      }
    },
    onPick: () => {
      if (active !== null) pick(active);
    },
    onPickAll: pickAll,
    onConfirm: () => judge('confirmed'),
    onDismiss: () => judge('dismissed'),
    onEdit: () => {
      setInFront('detail');
      focusOn('#note');
    },
    onUndo: edits.onUndo,
    onRemove: () => {
      const claim = listed();
      if (claim) edits.onRemove(claim.id);
    },
    onSearch: () => {
      setInFront('list');
      focusOn('#library-search');
    },
    onHelp: () => onDialog('keys'),
  });

  const isEmpty = claims !== null && total === 0;
  return (
    <main class="library-main" data-front={inFront}>
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
        {claims === null && !collection.error && (
          <div class="empty" role="status">
            <span class="spinner" />
            <p>{t('common.loading')}</p>
          </div>
        )}
        {isEmpty && <EmptyLibrary onPaste={() => onDialog('paste')} onImport={() => onDialog('import')} />}
        {claims?.length === 0 && !isEmpty && collection.isComplete && (
          <NothingMatches
            isSearch={filter.text !== undefined}
            onClear={() => onView({ ...view, filter: {} })}
          />
        )}
        {rows.length > 0 && (
          <ClaimList
            // Another order is another list: it begins at the claim chosen, or at its top.
            key={order}
            rows={rows}
            total={claims?.length ?? 0}
            active={active}
            picked={picked}
            onPick={pick}
            onActivate={onActivate}
            onOpen={() => setInFront('detail')}
          />
        )}
        {collection.notesAlone.length > 0 && isPlain(filter) && (
          <NotesAlone notes={collection.notesAlone} onPageNote={edits.onPageNote} />
        )}
        {collection.deleted.length > 0 && (
          <Deleted deleted={collection.deleted} onBringBack={edits.onBringBack} />
        )}
        {picked.size > 0 && (
          <BulkBar
            ids={[...picked]}
            tagsInUse={collection.tags}
            edits={edits}
            exporting={exporting}
            onPickAll={pickAll}
            onClear={() => setPicks(new Set())}
          />
        )}
      </section>
      {!isEmpty && (
        <section class="library-detail" tabIndex={-1} aria-label={t('library.detail')}>
          <button type="button" class="button quiet back" onClick={() => setInFront('list')}>
            <Icon name="previous" />
            {t('common.back')}
          </button>
          {chosen ? (
            <Detail
              chosen={chosen}
              order={order}
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
      )}
    </main>
  );
}
