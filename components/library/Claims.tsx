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

type Props = LibraryProps & {
  readonly onDialog: (dialog: LibraryDialog) => void;
};

const LISTBOX = '.library-list [role=listbox]';

/** Its pane may have to come to the front first. */
function focusOn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

export function Claims(props: Props) {
  const { annotations, chosen, total, order, active, error, onActivate, onVerdict, onDialog } = props;
  // Only where list and detail don't fit side by side: which of them is in front.
  const [inFront, setInFront] = useState<'list' | 'detail'>(active === null ? 'list' : 'detail');
  const [picks, setPicks] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () => rowsOf(annotations ?? [], sortingOf(order, t('common.locale'))),
    [annotations, order],
  );

  // A tag or an article was followed from the detail: what it leads to comes to the front.
  const filtered = JSON.stringify(props.filter);
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
    () => new Set(annotations?.flatMap(({ id }) => (picks.has(id) ? [id] : [])) ?? []),
    [annotations, picks],
  );
  const pick = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicks(next);
  };
  const pickAll = () => setPicks(new Set(annotations?.map(({ id }) => id)));

  const keys = useMemo(() => {
    const listed = annotations?.find(({ id }) => id === active);
    const toggle = (verdict: 'confirmed' | 'dismissed') => () => {
      if (listed && listed.verdict !== 'added')
        onVerdict(listed.id, listed.verdict === verdict ? 'found' : verdict);
    };
    return {
      onStep: (step: 1 | -1) => onActivate(stepFrom(rows, active, step)),
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
      onConfirm: toggle('confirmed'),
      onDismiss: toggle('dismissed'),
      onEdit: () => {
        setInFront('detail');
        focusOn('#note');
      },
      onUndo: props.onUndo,
      onRemove: () => {
        if (listed) props.onRemove(listed.id);
      },
      onSearch: () => {
        setInFront('list');
        focusOn('#library-search');
      },
      onHelp: () => onDialog('keys'),
    };
  }, [annotations, rows, active, picked, onActivate, onVerdict, props.onUndo, props.onRemove]);
  useKeys(keys);

  const isEmpty = annotations !== null && total === 0;
  return (
    <main class="library-main" data-front={inFront}>
      <section class="library-list" aria-label={t('library.list')}>
        {!isEmpty && <FilterBar {...props} shown={annotations?.length ?? 0} />}
        {/* The sum of all: under a filter it would not be what is stored. */}
        {rows.length > 0 && annotations?.length === total && (
          <AnchorSum annotations={annotations} onlyIfAmiss />
        )}
        {annotations === null && !error && (
          <div class="empty" role="status">
            <span class="spinner" />
            <p>{t('common.loading')}</p>
          </div>
        )}
        {isEmpty && <EmptyLibrary onPaste={() => onDialog('paste')} onImport={() => onDialog('import')} />}
        {annotations?.length === 0 && !isEmpty && props.isComplete && (
          <NothingMatches isSearch={props.filter.text !== undefined} onClear={() => props.onFilter({})} />
        )}
        {rows.length > 0 && (
          <ClaimList
            // Another order is another list: it begins at the claim chosen, or at its top.
            key={order}
            rows={rows}
            total={annotations?.length ?? 0}
            active={active}
            picked={picked}
            onPick={pick}
            onActivate={onActivate}
            onOpen={() => setInFront('detail')}
          />
        )}
        {props.notesAlone.length > 0 && isPlain(props.filter) && (
          <NotesAlone notesAlone={props.notesAlone} onPageNote={props.onPageNote} />
        )}
        {props.deleted.length > 0 && <Deleted deleted={props.deleted} onBringBack={props.onBringBack} />}
        {picked.size > 0 && (
          <BulkBar {...props} ids={[...picked]} onPickAll={pickAll} onClear={() => setPicks(new Set())} />
        )}
      </section>
      {!isEmpty && (
        <section class="library-detail" tabIndex={-1} aria-label={t('library.detail')}>
          <button type="button" class="button quiet back" onClick={() => setInFront('list')}>
            <Icon name="previous" />
            {t('common.back')}
          </button>
          {chosen ? (
            <Detail {...props} annotation={chosen} link={props.linkOf(chosen)} />
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
