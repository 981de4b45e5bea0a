/** The library: everything collected, by article; list and detail; beside a page, or as a tab of its own. */
import { useMemo, useState } from 'preact/hooks';
import type { AnnotationFilter } from '../../annotations/filter';
import type { Annotation } from '../../annotations/types';
import type { Format } from '../formats';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Toast, type ToastMessage } from '../Toast';
import { ClaimList } from './ClaimList';
import { Detail, type DetailProps } from './Detail';
import { EmptyLibrary, NothingMatches } from './Empty';
import { ExportDialog, type Scope } from './ExportDialog';
import { FilterBar } from './FilterBar';
import { ImportDialog, type ImportOutcome } from './ImportDialog';
import { KeysDialog } from './KeysDialog';
import { LibraryHeader } from './LibraryHeader';
import { PasteDialog, type PasteOutcome } from './PasteDialog';
import { rowsOf, stepFrom } from './rows';
import { useKeys } from './use-keys';

export type LibraryDialog = 'export' | 'import' | 'paste' | 'keys';

export interface LibraryProps extends Omit<DetailProps, 'annotation' | 'link'> {
  /** What passes the filter; null until the store has answered. */
  readonly annotations: readonly Annotation[] | null;
  /** How many there are in all. */
  readonly total: number;
  readonly filter: AnnotationFilter;
  /** The claim the detail shows. */
  readonly active: string | null;
  /** Set for the panel beside a page, where the library can also be opened as a tab. */
  readonly onOpenTab: (() => void) | null;
  /** What keeps the library from being read, in words. */
  readonly error: string | null;
  readonly toast: ToastMessage | null;
  readonly linkOf: (annotation: Annotation) => string | null;
  readonly onFilter: (filter: AnnotationFilter) => void;
  readonly onActivate: (id: string | null) => void;
  readonly onUndo: () => void;
  readonly onToastClose: () => void;
  readonly onExport: (format: Format, scope: Scope) => void;
  readonly onImport: (text: string, tryOnly: boolean) => Promise<ImportOutcome>;
  readonly onAnalyse: (title: string, text: string, keep: boolean) => Promise<PasteOutcome>;
  readonly onOpenOptions: () => void;
}

export function Library(props: LibraryProps) {
  const { annotations, total, filter, active, error, onActivate, onVerdict } = props;
  const [dialog, setDialog] = useState<LibraryDialog | null>(null);
  // Only where list and detail don't fit side by side: which of them is in front.
  const [inFront, setInFront] = useState<'list' | 'detail'>(active === null ? 'list' : 'detail');
  const rows = useMemo(() => rowsOf(annotations ?? []), [annotations]);
  const chosen = annotations?.find(({ id }) => id === active) ?? null;

  const keys = useMemo(() => {
    const toggle = (verdict: 'confirmed' | 'dismissed') => () => {
      if (chosen && chosen.verdict !== 'added')
        onVerdict(chosen.id, chosen.verdict === verdict ? 'found' : verdict);
    };
    return {
      onStep: (step: 1 | -1) => onActivate(stepFrom(rows, active, step)),
      onOpen: () => setInFront('detail'),
      onBack: () => setInFront('list'),
      onConfirm: toggle('confirmed'),
      onDismiss: toggle('dismissed'),
      onEdit: () => {
        setInFront('detail');
        // The pane may have to come to the front first.
        requestAnimationFrame(() => document.getElementById('note')?.focus());
      },
      onUndo: props.onUndo,
      onRemove: () => {
        if (chosen) props.onRemove(chosen.id);
      },
      onSearch: () => {
        setInFront('list');
        requestAnimationFrame(() => document.getElementById('library-search')?.focus());
      },
      onHelp: () => setDialog('keys'),
    };
  }, [chosen, rows, active, onActivate, onVerdict, props.onUndo, props.onRemove]);
  useKeys(keys);

  const isEmpty = annotations !== null && total === 0;
  return (
    <div class="library" data-front={inFront}>
      <LibraryHeader {...props} onDialog={setDialog} />
      {error && (
        <p class="notice error" role="alert">
          <Icon name="warn" />
          {t('library.loadFailed')} {error}
        </p>
      )}
      <main class="library-main">
        <section class="library-list" aria-label={t('library.list')}>
          {!isEmpty && (
            <FilterBar
              filter={filter}
              shown={annotations?.length ?? 0}
              total={total}
              onFilter={props.onFilter}
            />
          )}
          {annotations === null && !error && (
            <div class="empty" role="status">
              <span class="spinner" />
              <p>{t('common.loading')}</p>
            </div>
          )}
          {isEmpty && (
            <EmptyLibrary onPaste={() => setDialog('paste')} onImport={() => setDialog('import')} />
          )}
          {annotations?.length === 0 && !isEmpty && <NothingMatches onClear={() => props.onFilter({})} />}
          {rows.length > 0 && (
            <ClaimList
              rows={rows}
              total={annotations?.length ?? 0}
              active={active}
              onActivate={onActivate}
              onOpen={() => setInFront('detail')}
            />
          )}
        </section>
        {!isEmpty && (
          <section class="library-detail" aria-label={t('library.detail')}>
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
      {dialog === 'export' && (
        <ExportDialog
          shown={annotations?.length ?? 0}
          total={total}
          onExport={props.onExport}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'import' && <ImportDialog onImport={props.onImport} onClose={() => setDialog(null)} />}
      {dialog === 'paste' && <PasteDialog onAnalyse={props.onAnalyse} onClose={() => setDialog(null)} />}
      {dialog === 'keys' && <KeysDialog onClose={() => setDialog(null)} />}
      <Toast message={props.toast} onClose={props.onToastClose} />
    </div>
  );
}
