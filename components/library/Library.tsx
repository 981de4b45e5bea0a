/**
 * The library: everything collected, beside a page or as a tab of its own. Here its frame; the screens are its
 * children.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AnnotationFilter } from '../../annotations/filter';
import type { Listed } from '../../annotations/listed';
import type { Order } from '../../annotations/order';
import type { Annotation } from '../../annotations/types';
import { Copies, type CopiesProps } from '../exchange/Copies';
import { ExportDialog, type Files, type Scope } from '../exchange/ExportDialog';
import { ExportProgress, type ExportProgressProps, Working } from '../exchange/ExportProgress';
import type { Format } from '../exchange/formats';
import { ImportDialog } from '../exchange/ImportDialog';
import type { TemplateProps } from '../exchange/TemplateEditor';
import type { ImportSession } from '../exchange/use-taking';
import { t } from '../i18n';
import type { Screen } from '../library-view';
import { Problem } from '../Problem';
import { Toast, type ToastMessage } from '../Toast';
import type { BulkActions } from './BulkBar';
import { Claims } from './Claims';
import type { DeletedProps } from './Deleted';
import type { DetailProps } from './Detail';
import { KeysDialog } from './KeysDialog';
import { LibraryHeader } from './LibraryHeader';
import type { NotesAloneProps } from './NotesAlone';
import { PasteDialog, type PasteOutcome } from './PasteDialog';
import type { RenameTagProps } from './RenameTag';
import type { SavedViewsProps } from './SavedViews';
import { ScreenNav } from './ScreenNav';

export type LibraryDialog = 'export' | 'import' | 'paste' | 'keys' | 'copies';

export interface LibraryProps
  extends Omit<DetailProps, 'annotation' | 'link'>,
    BulkActions,
    CopiesProps,
    DeletedProps,
    Pick<NotesAloneProps, 'notesAlone'>,
    RenameTagProps,
    SavedViewsProps,
    TemplateProps {
  readonly screen: Screen;
  /** What passes the filter; null until the store has answered. */
  readonly annotations: readonly Listed[] | null;
  /** All of what the detail shows; null while nothing is chosen. */
  readonly chosen: Annotation | null;
  /** How many there are in all. */
  readonly total: number;
  /** Whether all have been read; before that, the newest are there. */
  readonly isComplete: boolean;
  readonly filter: AnnotationFilter;
  /** Every outlet in use. */
  readonly outlets: readonly string[];
  /** The claim the detail shows. */
  readonly active: string | null;
  /** Set for the panel beside a page, where the library can also be opened as a tab. */
  readonly onOpenTab: (() => void) | null;
  /** What keeps the library from being read, in words. */
  readonly error: string | null;
  /** Of an export under way. */
  readonly progress: ExportProgressProps | null;
  /** Something else takes its time. */
  readonly isBusy: boolean;
  readonly toast: ToastMessage | null;
  readonly linkOf: (annotation: Annotation) => string | null;
  readonly onFilter: (filter: AnnotationFilter) => void;
  readonly onOrder: (order: Order) => void;
  readonly onActivate: (id: string | null) => void;
  readonly onUndo: () => void;
  readonly onToastClose: () => void;
  readonly onExport: (format: Format, scope: Scope, files: Files) => void;
  readonly onCopy: (format: Format, scope: Scope) => void;
  readonly onImport: (file: File) => ImportSession;
  readonly onAnalyse: (title: string, text: string, keep: boolean) => Promise<PasteOutcome>;
  readonly onOpenOptions: () => void;
  /** The screen, where it is not the list of claims. */
  readonly children?: ComponentChildren;
}

export function Library(props: LibraryProps) {
  const { screen, annotations, total, error } = props;
  const [dialog, setDialog] = useState<LibraryDialog | null>(null);
  const open = (next: LibraryDialog) => {
    // What was done before has nothing to do with what the dialogue will say.
    if (props.toast?.tone === 'done') props.onToastClose();
    setDialog(next);
  };
  const close = () => setDialog(null);
  return (
    <div class="library">
      <LibraryHeader {...props} onDialog={open} />
      <Toast message={props.toast} onClose={props.onToastClose} />
      <ScreenNav screen={screen} />
      {error && (
        <Problem>
          {t('library.loadFailed')} {error}
        </Problem>
      )}
      {screen === 'claims' ? (
        <Claims {...props} onDialog={open} />
      ) : (
        <main class="library-screen">{props.children}</main>
      )}
      {dialog === 'export' && (
        <ExportDialog
          {...props}
          shown={annotations?.length ?? 0}
          total={total}
          hasNotes={props.notesAlone.length > 0}
          onExport={props.onExport}
          onClose={close}
        />
      )}
      {dialog === 'import' && <ImportDialog onImport={props.onImport} onClose={close} />}
      {dialog === 'paste' && <PasteDialog onAnalyse={props.onAnalyse} onClose={close} />}
      {dialog === 'copies' && <Copies {...props} onClose={close} />}
      {props.progress ? <ExportProgress {...props.progress} /> : props.isBusy && <Working />}
      {dialog === 'keys' && <KeysDialog onClose={close} />}
    </div>
  );
}
