/** What the reader can wish for in the popup. */
import type { ArgumentId } from '../../essays/types';
import type { Format } from '../exchange/formats';

/** Of the page: that it is read, and leads to a claim. */
export interface PageWishes {
  readonly onAnnotate: () => void;
  readonly onJump: (id: string) => void;
  /** The reader will select in the page where a claim stands now. */
  readonly onPlace: (id: string) => void;
}

/** Of the reading: that this site, this hour, these arguments are read or not. */
export interface ReadingWishes {
  readonly onGrant: () => void;
  readonly onSite: (on: boolean) => void;
  /** Until an ISO 8601 time; an empty text resumes. */
  readonly onPause: (until: string) => void;
  readonly onMute: (argument: ArgumentId, muted: boolean) => void;
}

/** Of the article: its summary, a note on it, its export; that it is forgotten. */
export interface ArticleWishes {
  /** Puts the summary's sentences on the clipboard, as Markdown with the article's address; says whether it could. */
  readonly onCopySummary: (sentences: readonly string[]) => Promise<boolean>;
  readonly onNote: (text: string) => Promise<unknown>;
  /** Forgets all that is kept of it; null where nothing is. */
  readonly onForget: (() => void) | null;
  readonly onExport: (format: Format) => void;
}

/** Of other screens of ours. */
export interface ScreenWishes {
  readonly onOpenLibrary: () => void;
  readonly onOpenOptions: () => void;
}
