/** What the reader can do to what is collected. */
import type { Correction, Page, Verdict } from '../../annotations/types';

/** To one claim, and to its article. */
export interface ClaimEdits {
  readonly onVerdict: (id: string, verdict: Verdict) => void;
  readonly onCorrect: (id: string, correction: Correction | null) => void;
  readonly onNote: (id: string, note: string) => Promise<unknown>;
  readonly onTags: (id: string, tags: readonly string[]) => Promise<unknown>;
  readonly onRemove: (id: string) => void;
  /** The reader will select in the open article where a claim stands now. */
  readonly onPlace: (id: string) => void;
  readonly onPageNote: (page: Page, text: string) => Promise<unknown>;
  readonly onForgetPage: (key: string) => void;
}

/** To several claims at once. */
export interface BulkEdits {
  readonly onVerdictAll: (ids: readonly string[], verdict: 'confirmed' | 'dismissed') => void;
  readonly onTagAll: (ids: readonly string[], tags: readonly string[]) => void;
  readonly onUntagAll: (ids: readonly string[], tags: readonly string[]) => void;
  readonly onRemoveAll: (ids: readonly string[]) => void;
}

export interface Edits extends ClaimEdits, BulkEdits {
  /** Gives a tag another name wherever it stands; where there is a tag of that name, the two become one. */
  readonly onRenameTag: (tag: string, name: string) => void;
  readonly onBringBack: (ids: readonly string[]) => void;
  /** Takes back the latest of all these. */
  readonly onUndo: () => void;
}
