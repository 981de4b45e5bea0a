/**
 * The library: everything collected, beside a page or as a tab of its own. Here its frame; the screens are its
 * children.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Copies, type CopiesProps } from '../exchange/Copies';
import { ExportDialog, type Exporting } from '../exchange/ExportDialog';
import { type ExportProgressProps, UnderWay } from '../exchange/ExportProgress';
import { ImportDialog } from '../exchange/ImportDialog';
import type { TemplateProps } from '../exchange/TemplateEditor';
import type { ImportSession } from '../exchange/use-taking';
import { t } from '../i18n';
import type { LibraryView } from '../library-view';
import { Problem } from '../Problem';
import { Toast, type ToastProps } from '../Toast';
import { Claims } from './Claims';
import type { Collection } from './collection';
import type { Chosen } from './Detail';
import type { Edits } from './edits';
import { KeysDialog } from './KeysDialog';
import { LibraryHeader } from './LibraryHeader';
import { PasteDialog, type PasteOutcome } from './PasteDialog';
import type { SavedViewsProps } from './SavedViews';
import { ScreenNav } from './ScreenNav';

export type LibraryDialog = 'export' | 'import' | 'paste' | 'keys' | 'copies';

export interface LibraryProps {
  /** Which screen, which claims in which order, and which of them the detail shows. */
  readonly view: LibraryView;
  readonly collection: Collection;
  /** null while no claim is chosen, or until it is read. */
  readonly chosen: Chosen | null;
  readonly edits: Edits;
  readonly savedViews: SavedViewsProps;
  readonly exporting: Exporting;
  readonly template: TemplateProps;
  readonly copies: CopiesProps;
  /** What was done last, or went wrong. */
  readonly toast: ToastProps;
  /** Of an export under way. */
  readonly progress: ExportProgressProps | null;
  /** Something else takes its time. */
  readonly isBusy: boolean;
  readonly onView: (view: LibraryView) => void;
  readonly onImport: (file: File) => ImportSession;
  readonly onAnalyse: (title: string, text: string, keep: boolean) => Promise<PasteOutcome>;
  /** Set for the panel beside a page, where the library can also be opened as a tab. */
  readonly onOpenTab: (() => void) | null;
  readonly onOpenOptions: () => void;
  /** The screen, where it is not the list of claims. */
  readonly children?: ComponentChildren;
}

export function Library(props: LibraryProps) {
  const { view, collection, exporting, toast } = props;
  const [dialog, setDialog] = useState<LibraryDialog | null>(null);
  const open = (next: LibraryDialog) => {
    // What was done before has nothing to do with what the dialogue will say.
    if (toast.message?.tone === 'done') toast.onClose();
    setDialog(next);
  };
  const close = () => setDialog(null);
  return (
    <div class="library">
      <LibraryHeader onDialog={open} onOpenTab={props.onOpenTab} onOpenOptions={props.onOpenOptions} />
      <Toast {...toast} />
      <ScreenNav screen={view.screen} />
      {collection.error && (
        <Problem>
          {t('library.loadFailed')} {collection.error}
        </Problem>
      )}
      {view.screen === 'claims' ? (
        <Claims
          view={view}
          collection={collection}
          chosen={props.chosen}
          edits={props.edits}
          savedViews={props.savedViews}
          exporting={exporting}
          onView={props.onView}
          onDialog={open}
        />
      ) : (
        <main class="library-screen">{props.children}</main>
      )}
      {dialog === 'export' && (
        <ExportDialog
          shown={collection.claims?.length ?? 0}
          total={collection.total}
          hasNotes={collection.notesAlone.length > 0}
          template={props.template}
          exporting={exporting}
          onClose={close}
        />
      )}
      {dialog === 'import' && <ImportDialog onImport={props.onImport} onClose={close} />}
      {dialog === 'paste' && <PasteDialog onAnalyse={props.onAnalyse} onClose={close} />}
      {dialog === 'copies' && <Copies {...props.copies} onClose={close} />}
      <UnderWay progress={props.progress} isBusy={props.isBusy} />
      {dialog === 'keys' && <KeysDialog onClose={close} />}
    </div>
  );
}
