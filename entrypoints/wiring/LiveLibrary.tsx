import { useCallback, useMemo } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { matchesFilter } from '../../annotations/filter';
import { sortingOf } from '../../annotations/order';
import type { Annotation } from '../../annotations/types';
import { errorWords } from '../../components/errors';
import type { Files, Scope } from '../../components/exchange/ExportDialog';
import type { Format } from '../../components/exchange/formats';
import { t } from '../../components/i18n';
import { Library } from '../../components/library/Library';
import { hrefOf } from '../../components/library-view';
import { SingleKeys } from '../../components/use-single-keys';
import { sendFromExtension } from '../../messages/extension-side';
import { textFragmentLink } from '../../page/anchoring/fragment';
import { annotationEdits } from '../../services/edits';
import { type ImportSession, importSession } from '../../services/import/import-session';
import { libraryUrl } from '../../services/tabs/library';
import { countAnnotations, facetsOf, getAnnotation } from '../../store/annotations';
import { openStore } from '../../store/database';
import { allRemoved } from '../../store/edits';
import { pageNote } from '../../store/notes';
import { savedViews } from '../../store/views';
import { takeBackVisit } from '../../store/visits';
import { editsOn } from './edits';
import startImport from './import.worker?start';
import { LiveQueue } from './LiveQueue';
import { LiveScreen } from './LiveScreen';
import { useCopies } from './use-copies';
import { useExport } from './use-export';
import { useHits } from './use-hits';
import { useKeysChoice } from './use-keys-choice';
import { useListing } from './use-listing';
import { useLive } from './use-live';
import { useNotesAlone } from './use-notes-alone';
import { useSearch } from './use-search';
import { useTemplate } from './use-template';
import { useUndo } from './use-undo';
import { useView } from './use-view';

const store = openStore();
const annotations = annotationEdits(store, (pageKeys) => sendFromExtension('pages/refresh', { pageKeys }));

/** The article opened at the claim, as far as its own paragraph makes it unmistakable. */
function linkOf({ page, target }: Annotation): string | null {
  if (!/^https?:/.test(page.url)) return null;
  const { quote, paragraph } = target;
  const text = paragraph.includes(quote.exact) ? paragraph : quote.exact;
  const start = text.indexOf(quote.exact);
  return textFragmentLink(page.url, { start, end: start + quote.exact.length }, text);
}

/** The library, wired to the store: every change in it, wherever made, is seen at once. */
export function LiveLibrary({ place }: { readonly place: 'tab' | 'panel' }) {
  const [view, show] = useView();
  const { screen, filter, order, id } = view;
  const undo = useUndo();
  const { toast, did, didQuietly, letGoOf, underWay, failed, undoLast, closeToast } = undo;
  const keysChoice = useKeysChoice(failed);
  const filterKey = JSON.stringify(filter);
  const { listing, search, error } = useListing(store);
  const withWords = useSearch(search, filter.text ?? '', listing, failed);
  useHits(filter.text ?? '');
  const total = useLive(() => countAnnotations(store), []);
  const facets = useLive(() => facetsOf(store), [total.value]);
  const found = useMemo(() => {
    if (withWords === undefined) return undefined;
    const { text: _, ...rest } = filter;
    return listing?.list.filter((one) => (withWords?.(one.id) ?? true) && matchesFilter(one, rest));
  }, [listing, filterKey, withWords]);
  const removed = useLive(() => allRemoved(store), []).value;
  // In them no words are looked up: they are not in the index.
  const deleted = useMemo(
    () => (filter.text ? [] : (removed?.filter((one) => matchesFilter(one, filter)) ?? [])),
    [removed, filterKey],
  );
  const chosen = useLive(id === null ? null : () => getAnnotation(store, id).then((a) => a ?? null), [id]);
  const key = chosen.last?.page.key;
  const onPage = useLive(key === undefined ? null : async () => (await pageNote(store, key))?.text ?? '', [
    key,
  ]);

  const views = useLive(() => savedViews(store), []);
  const notesAlone = useNotesAlone(store, listing);
  const edits = useMemo(
    () => editsOn(store, annotations, { did, didQuietly, letGoOf, underWay, failed }),
    [did, didQuietly, letGoOf, underWay, failed],
  );

  const { progress, save, saveFiles, copy } = useExport(store, undo, sortingOf(order, t('common.locale')));
  const copies = useCopies(store, undo);
  /** An import that can be undone like any other edit. */
  const undoable = (session: ImportSession): ImportSession => ({
    ...session,
    async take(onProgress) {
      const report = await session.take(onProgress);
      did(t('library.importTaken'), session.undo);
      return report;
    },
  });
  const first = found?.[0]?.id;
  const example = useLive(first === undefined ? null : () => getAnnotation(store, first), [first]);
  const template = useTemplate(store, chosen.last?.page.key ?? example.value?.page.key, failed);
  const wanted = (scope: Scope) => {
    if (scope === 'all') return {};
    // Words are looked up in the index, which the store does not have.
    return filter.text ? { ids: found?.map((one) => one.id) ?? [] } : filter;
  };
  const onExport = (format: Format, scope: Scope, files: Files) => {
    if (files === 'one') save(format, wanted(scope));
    else saveFiles(files, wanted(scope));
  };
  const onAnalyse = async (title: string, text: string, keep: boolean) => {
    const began = new Date().toISOString();
    const answer = await sendFromExtension('text/analyse', { title, text, store: keep });
    const [first] = keep && answer.status === 'ok' ? answer.annotations : [];
    // What was kept before stays: only a first keeping can be undone.
    if (first && first.created >= began)
      did(t('library.pasteKept'), () => takeBackVisit(store, first.page.key), first.page.key);
    return answer;
  };
  const onActivate = useCallback((next: string | null) => show({ ...view, id: next }), [view]);

  return (
    <SingleKeys.Provider value={keysChoice}>
      <Library
        {...edits}
        {...copies}
        {...template}
        progress={progress}
        isBusy={undo.isBusy}
        notesAlone={notesAlone}
        deleted={deleted}
        screen={screen}
        annotations={found ?? null}
        // The detail stays until the next one is read: it would flicker, and lose the focus.
        chosen={chosen.last ?? null}
        total={Math.max(total.value ?? 0, listing?.list.length ?? 0)}
        isComplete={listing?.isComplete ?? false}
        filter={filter}
        order={order}
        outlets={facets.last?.outlets ?? []}
        tagsInUse={facets.last?.tags ?? []}
        active={id}
        pageNote={onPage.value ?? null}
        error={error ? errorWords(error) : null}
        toast={toast}
        linkOf={linkOf}
        onOpenTab={
          place === 'panel'
            ? () =>
                void browser.tabs
                  .create({ url: libraryUrl({ id: id ?? undefined, pageKey: filter.pageKey }) })
                  .catch(failed)
            : null
        }
        onFilter={(next) => show({ ...view, filter: next })}
        onOrder={(next) => show({ ...view, order: next })}
        onActivate={onActivate}
        onUndo={undoLast}
        onToastClose={closeToast}
        onExport={onExport}
        onCopy={(format, scope) => copy(format, wanted(scope))}
        onImport={(file) => undoable(importSession(startImport(), file))}
        onRestore={(made) => undoable(importSession(startImport(), { backup: made }))}
        onAnalyse={onAnalyse}
        onExportAll={(ids, format) => save(format, { ids })}
        onCopyAll={(ids, format) => copy(format, { ids })}
        views={views.value ?? []}
        onSaveView={(name) => edits.onSaveViewAs(name, hrefOf({ ...view, id: null }).slice(1))}
        onPlace={(of) =>
          void sendFromExtension('tab/place', { id: of }).then(
            ({ started }) => started || did(t('place.notOpen')),
            failed,
          )
        }
        onOpenOptions={() => void browser.runtime.openOptionsPage().catch(failed)}
      >
        {screen === 'queue' ? (
          <LiveQueue
            store={store}
            all={listing?.list ?? []}
            onVerdict={edits.onVerdict}
            onUndo={undoLast}
            did={did}
            failed={failed}
          />
        ) : (
          <LiveScreen
            store={store}
            view={view}
            all={listing?.list ?? []}
            onNote={edits.onArgumentNote}
            onExport={(argument) => save('markdown', { arguments: [argument] })}
          />
        )}
      </Library>
    </SingleKeys.Provider>
  );
}
