import { browser } from 'wxt/browser';
import { sortingOf } from '../../annotations/order';
import { t } from '../../components/i18n';
import { Library } from '../../components/library/Library';
import { SingleKeys } from '../../components/use-single-keys';
import { sendFromExtension } from '../../messages/extension-side';
import { annotationEdits } from '../../services/edits';
import { libraryUrl } from '../../services/tabs/library';
import { openStore } from '../../store/database';
import { analyseText } from './analyse-text';
import { editsOn } from './edits';
import { exportingOf } from './exporting';
import { LiveQueue } from './LiveQueue';
import { LiveScreen } from './LiveScreen';
import { undoableImport } from './undoable-import';
import { useChosen } from './use-chosen';
import { useCollection } from './use-collection';
import { useCopies } from './use-copies';
import { useExport } from './use-export';
import { useHits } from './use-hits';
import { useKeysChoice } from './use-keys-choice';
import { useSavedViews } from './use-saved-views';
import { useTemplate } from './use-template';
import { useUndo } from './use-undo';
import { useView } from './use-view';

const store = openStore();
const annotations = annotationEdits(store, (pageKeys) => sendFromExtension('pages/refresh', { pageKeys }));

/** The library, wired to the store: every change in it, wherever made, is seen at once. */
export function LiveLibrary({ place }: { readonly place: 'tab' | 'panel' }) {
  const [view, show] = useView();
  const { screen, filter, order, id } = view;
  const undo = useUndo();
  const { did, failed, undoLast } = undo;
  const keysChoice = useKeysChoice(failed);
  const { collection, all } = useCollection(store, filter, failed);
  useHits(filter.text ?? '');
  const chosen = useChosen(store, id);
  const edits = editsOn(store, annotations, undo);
  const savedViews = useSavedViews(store, view, undo);
  const { progress, ...ways } = useExport(store, undo, sortingOf(order, t('common.locale')));
  const example = chosen?.annotation.page.key ?? collection.claims?.[0]?.page.key;
  const template = useTemplate(store, example, failed);
  const copies = useCopies(store, undo, (made) => undoableImport({ backup: made }, did));
  const openTab = () =>
    void browser.tabs
      .create({ url: libraryUrl({ id: id ?? undefined, pageKey: filter.pageKey }) })
      .catch(failed);

  return (
    <SingleKeys.Provider value={keysChoice}>
      <Library
        view={view}
        collection={collection}
        chosen={chosen}
        edits={edits}
        savedViews={savedViews}
        exporting={exportingOf(ways, filter, collection.claims)}
        template={template}
        copies={copies}
        toast={{ message: undo.toast, onClose: undo.closeToast }}
        progress={progress}
        isBusy={undo.isBusy}
        onView={show}
        onImport={(file) => undoableImport(file, did)}
        onAnalyse={analyseText(store, did)}
        onOpenTab={place === 'panel' ? openTab : null}
        onOpenOptions={() => void browser.runtime.openOptionsPage().catch(failed)}
      >
        {screen === 'queue' ? (
          <LiveQueue
            store={store}
            all={all}
            onVerdict={edits.onVerdict}
            onUndo={undoLast}
            did={did}
            failed={failed}
          />
        ) : (
          <LiveScreen
            store={store}
            view={view}
            all={all}
            onNote={edits.onArgumentNote}
            onExport={(argument) => ways.save('markdown', { arguments: [argument] })}
          />
        )}
      </Library>
    </SingleKeys.Provider>
  );
}
