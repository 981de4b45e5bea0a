/**
 * Every message, one type per direction. A request names its `type`; its reply type stands beside it.
 * Schemas for what crosses a boundary of trust are in messages/schemas.ts (checked before anything else happens).
 */
import type { Settings } from '../annotations/settings';
import type { Anchor, Annotation, Correction, Page, Target, Verdict } from '../annotations/types';
import type { Suggestion } from '../engine/judge';
import type { Passage } from '../engine/passage';
import type { Span, Stance } from '../engine/types';
import type { ArgumentId } from '../essays/types';

/** A block of the article: `text === bodyText.slice(start, start + text.length)`. */
export interface Block {
  readonly start: number;
  /** Surrogate pairs in the page's text before `start`, where the page has counted them. */
  readonly pairsBefore?: number;
  readonly kind: 'headline' | 'paragraph' | 'list-item' | 'quote';
  readonly text: string;
  /** A line that goes on from the block before it: a line break without white space stands between the two. */
  readonly runsOn?: true;
  /** What stands between it and the block before, none of the article (a byline); absent where that is blank, or long. */
  readonly gap?: string;
  /** Numbers and signs of notes in it, the name of who speaks before it, no words of its sentences: spans, in order. */
  readonly marks?: readonly Span[];
  /** It was analysed before, and stands here for what is beside it to be understood. */
  readonly known?: true;
}

/** What a page needs to paint and to fill the card; sent with every answer. */
export type PageSettings = Pick<Settings, 'painting' | 'mutedArguments' | 'threshold'>;

/** Content scripts → background. The background takes the page's address from the sender, never from the message. */
export interface FromPage {
  /** The sentinel's only message. */
  'sentinel/verdict': { request: { relevant: boolean }; reply: undefined };
  /** The annotator asks for the analysis of (more of) its page; `visit` is a random id of this page visit. */
  'page/analyse': {
    request: { visit: string; page: Page; blocks: readonly Block[]; more: boolean };
    reply: PageAnswer;
  };
  /** Which of a document's articles the reader looks at; null: one that is not ours, or a translation. */
  'page/in-view': { request: { visit: string | null }; reply: { known: boolean } };
  /** The frame that holds a visit's article goes away, or turns to another document. */
  'page/left': { request: { visit: string }; reply: undefined };
  /** What became of the selectors in the live page. */
  'page/anchors': {
    request: { visit: string; anchors: readonly { id: string; anchor: Anchor }[] };
    reply: undefined;
  };
  'annotation/verdict': { request: { id: string; verdict: Verdict }; reply: Annotation };
  'annotation/correct': { request: { id: string; correction: Correction | null }; reply: Annotation };
  'annotation/remove': { request: { id: string }; reply: undefined };
  /** Takes a removal of this session back. */
  'annotation/restore': { request: { id: string }; reply: Annotation };
  /** An orphan placed anew by the reader's selection. */
  'annotation/place': { request: { id: string; target: Target }; reply: Annotation };
  /** The engine's best five for the reader's own selection. */
  'selection/rank': {
    request: Passage;
    reply: { ranking: readonly Suggestion[] };
  };
  'selection/add': {
    request: { visit: string; page: Page; target: Target; argument: ArgumentId; stance: Stance };
    reply: Annotation;
  };
  /** A one-time address for the note editor's frame. */
  'note/open': { request: { id: string }; reply: { url: string } };
  'library/open': { request: { id?: string }; reply: undefined };
  /** The annotator needs one of the scripts that few pages do: it is put into the frame that asks. */
  'script/load': { request: { script: 'hand' | 'readability' | 'anchoring' }; reply: undefined };
}

export type PageAnswer =
  | {
      readonly status: 'ok';
      readonly annotations: readonly Annotation[];
      readonly settings: PageSettings;
      /** False in a private window: nothing of it is kept, and the library has none of it. */
      readonly stored: boolean;
      /** The ids of those that are kept only once the reader has a word on them; absent: none. */
      readonly unsaved?: readonly string[];
    }
  | {
      readonly status: 'not-analysed';
      readonly language: string;
      readonly annotations: readonly Annotation[];
      readonly settings: PageSettings;
      readonly stored: boolean;
    }
  | { readonly status: 'off' };

/** Background → content scripts of one tab. */
export interface ToPage {
  /** To the sentinel: the address changed without a load; look again. */
  'sentinel/wake': { request: Record<never, never>; reply: undefined };
  /** To every script of ours in all frames: the reader took the permission for the site back; they end. */
  'site/revoked': { request: Record<never, never>; reply: undefined };
  /** To the annotator; `visit` is the article meant, where it is not the one in view. */
  'page/refresh': {
    request: { visit?: string; annotations: readonly Annotation[]; settings: PageSettings };
    reply: undefined;
  };
  'page/focus': { request: { id: string }; reply: { found: boolean } };
  /** The reader wants to select where an annotation of the page stands now. */
  'page/place': { request: { id: string }; reply: { started: boolean } };
  'page/link-selection': { request: Record<never, never>; reply: undefined };
  'page/step': { request: { direction: 'next' | 'previous' }; reply: undefined };
  'page/stop': { request: Record<never, never>; reply: undefined };
}

/** Popup, library, options, note frame → background. Notes themselves these pages read and write in the store. */
export interface FromExtension {
  'tab/state': { request: { tabId: number }; reply: TabState };
  /** By the reader's wish, through activeTab where no host grant exists. */
  'tab/annotate': { request: { tabId: number }; reply: TabState };
  'tab/focus': { request: { tabId: number; id: string }; reply: { found: boolean } };
  /**
   * The reader will select where an annotation stands now: in the tab or, where none is named, in one that shows its
   * page.
   */
  'tab/place': { request: { tabId?: number; id: string }; reply: { started: boolean } };
  /** Pasted text (a PDF, a mail); nothing is stored until the reader says so. */
  'text/analyse': { request: { title: string; text: string; store: boolean }; reply: PageAnswer };
  /** Settings changed, or annotations were edited: repaint the tabs that show them. */
  'pages/refresh': { request: { pageKeys: readonly string[] }; reply: undefined };
  /**
   * The note editor's frame: the annotation its one-time token stands for, with every tag in use, and then its writing.
   * It never opens the database itself, because a browser may give a frame inside a news site a separate one.
   */
  'note/claim': {
    request: { token: string };
    reply: { annotation: Annotation; tagsInUse: readonly string[] };
  };
  /** Writes what is given of the two, and answers with what is stored then. */
  'note/write': { request: { id: string; note?: string; tags?: readonly string[] }; reply: Annotation };
}

/** What the popup shows of a tab. Kept in storage.session, never in the worker's memory. */
export interface TabState {
  readonly status:
    | 'working'
    | 'annotated'
    | 'nothing-found'
    | 'not-an-article'
    | 'not-analysed'
    | 'no-access'
    | 'off'
    | 'paused'
    | 'error';
  readonly pageKey?: string;
  /**
   * Where some of the tab's annotations are not stored (a private window, or untouched ones where only touched ones
   * are kept): all that the tab shows, stored ones among them.
   */
  readonly unsaved?: readonly Annotation[];
  readonly language?: string;
  /** What went wrong and what to do, as a key of the messages catalogue. */
  readonly error?: string;
  readonly origin?: string;
  /** How many claims are shown on the page: the badge's number. */
  readonly count?: number;
}
