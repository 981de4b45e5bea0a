import type { Annotation, Page } from '../../annotations/types';
import type { TabState } from '../../messages/protocol';
import { annotationsOfPage } from '../../store/annotations';
import type { Store } from '../../store/database';
import { pageNote } from '../../store/notes';
import { useLive } from '../wiring/use-live';
import type { Tab } from './use-tab';

/** The article in a tab, and what is kept of it. */
export interface Article {
  /** Undefined where there is none, or none is known yet. */
  readonly key: string | undefined;
  /** The key under which something can be kept of it; null in a private window, and where there is no article. */
  readonly keptAs: string | null;
  /** What the store has of it; undefined until the store has answered. */
  readonly stored: readonly Annotation[] | undefined;
  /** All that the tab shows of it, where not all of that is stored. */
  readonly unsaved: readonly Annotation[] | undefined;
  /** The one or the other. */
  readonly annotations: readonly Annotation[];
  /** Whether those are known, or never will be. */
  readonly isKnown: boolean;
  /** What it is called, also where nothing was found in it. */
  readonly page: Page;
  /** The reader's note on it; null where none can be kept, and until it is known which article it is written on. */
  readonly note: string | null;
  /** What keeps the store from being read. */
  readonly error: unknown;
}

/** The article under the popup, followed as the tab goes on and as the store changes. */
export function useArticle(store: Store, tab: Tab | null, state: TabState | null): Article {
  const key = state?.pageKey;
  const keptAs = key === undefined || tab === null || tab.isPrivate ? null : key;
  const stored = useLive(key === undefined ? null : () => annotationsOfPage(store, key), [key]);
  const note = useLive(keptAs === null ? null : async () => (await pageNote(store, keptAs))?.text ?? '', [
    keptAs,
  ]);
  const unsaved = state?.unsaved;
  const annotations = unsaved ?? stored.value ?? [];
  return {
    key,
    keptAs,
    stored: stored.value,
    unsaved,
    annotations,
    isKnown:
      key === undefined || unsaved !== undefined || stored.value !== undefined || stored.error !== null,
    page: annotations[0]?.page ?? {
      key: key ?? '',
      url: tab?.url ?? '',
      title: tab?.title ?? '',
      outlet: '',
      published: '',
      language: state?.language ?? '',
      fingerprint: '',
    },
    note: stored.value === undefined ? null : (note.value ?? null),
    error: stored.error,
  };
}
