/** The use case the product exists for: a page's text comes in, its annotations go out and are kept. */
import { pageKeyOf, withoutTracking } from '../annotations/address';
import { adjustMatches, leastFor } from '../annotations/adjustment';
import { fingerprintOf } from '../annotations/fingerprint';
import { type Reconciled, reconcile } from '../annotations/reconcile';
import { isSameArticle } from '../annotations/same-article';
import type { Settings } from '../annotations/settings';
import { isTouched } from '../annotations/touched';
import type { Annotation, Page, Tombstone } from '../annotations/types';
import type { Suggestion } from '../engine/judge';
import type { Model } from '../engine/model';
import type { Passage } from '../engine/passage';
import type { Claim, Language } from '../engine/types';
import type { Block, PageAnswer, PageSettings } from '../messages/protocol';
import { annotationsOfPage, inPageOrder } from '../store/annotations';
import type { Store } from '../store/database';
import { pagesOfSite, recordVisit, siteOf } from '../store/visits';
import { adjustmentInUse } from './learning';
import { isPaused, isSiteOff } from './settings';
import { foundIn, joinBlocks, joinSentences } from './targets';

/** The engine as it is used here; its own doors in production, stand-ins in tests. */
export interface Engine {
  readonly version: string;
  readonly reads: readonly Language[];
  readonly languageOf: (text: string, declared?: string) => Language;
  readonly analyse: (text: string, options: { model: Model; threshold: number }) => Claim[];
  /** The likeliest arguments for a selection of the reader's, best first. */
  readonly suggest: (passage: Passage, model: Model, most: number) => readonly Suggestion[];
  readonly loadModel: () => Promise<Model>;
}

export interface Surroundings {
  readonly store: Store;
  readonly engine: Engine;
  readonly settings: Settings;
  /** ISO 8601 in UTC. */
  readonly now: string;
  readonly newId: () => string;
}

interface PageRequest {
  /** `key` is the canonical link's word, to be checked; address, language and fingerprint are found here. */
  readonly page: Page;
  readonly blocks: readonly Block[];
  /** A part that came later; the page is then the one of the first part. */
  readonly more: boolean;
  /** The page as an earlier part of the visit settled it. */
  readonly known: Page | undefined;
  /** The sender's address. */
  readonly url: string;
  /** In a private window nothing is stored. */
  readonly isPrivate: boolean;
  /** The reader asked for this page by hand: neither pause nor a switched-off site stands against it. */
  readonly isWished: boolean;
  /** Whether the article may be read, and still may once it is analysed: permissions can be taken back meanwhile. */
  readonly mayRead: (page: Page) => Promise<boolean>;
  /** Annotations of this visit that are not stored. */
  readonly unsaved: readonly Annotation[];
}

interface Analysed {
  readonly answer: PageAnswer;
  /** null where the page was left alone: by the reader's settings, or because it may not be read. */
  readonly page: Page | null;
  readonly unsaved: readonly Annotation[];
}

/** What a page needs of the settings. */
export function pageSettingsOf({ painting, mutedArguments, threshold }: Settings): PageSettings {
  return { painting, mutedArguments, threshold };
}

/**
 * Annotates (a part of) a page.
 * @throws StoreError, EngineError
 */
export async function analysePage(request: PageRequest, around: Surroundings): Promise<Analysed> {
  const { settings, engine } = around;
  const leftAlone = { answer: { status: 'off' }, page: null, unsaved: request.unsaved } as const;
  if (!request.isWished && (isSiteOff(settings, request.url) || isPaused(settings, new Date(around.now))))
    return leftAlone;

  const text = joinBlocks(request.blocks);
  const language = engine.languageOf(text, request.page.language);
  const page = await settle(request, text, language, around);
  if (!(await request.mayRead(page))) return leftAlone;
  const pageSettings = pageSettingsOf(settings);
  // The tab's record holds those of its other articles too.
  const mine = request.unsaved.filter((a) => a.page.key === page.key);
  const others = request.unsaved.filter((a) => a.page.key !== page.key);
  if (!engine.reads.includes(language)) {
    const annotations = request.isPrivate ? mine : await annotationsOfPage(around.store, page.key);
    const answer = {
      status: 'not-analysed',
      language: page.language,
      annotations,
      settings: pageSettings,
      stored: !request.isPrivate,
    } as const;
    return { answer, page, unsaved: request.unsaved };
  }

  const decide = await reconcilerOf({ page, blocks: request.blocks, text, isPart: request.more }, around);
  if (!(await request.mayRead(page))) return leftAlone;
  const { annotations, unsaved } = request.isPrivate
    ? withoutStore(decide(mine, []))
    : await withStore(mine, page, decide, around);
  return {
    answer: {
      status: 'ok',
      annotations: inPageOrder(annotations),
      settings: pageSettings,
      stored: !request.isPrivate,
      unsaved: unsaved.map(({ id }) => id),
    },
    page,
    unsaved: [...others, ...unsaved],
  };
}

/** What a visit makes of the stored annotations of its page and of what was removed there. */
type Reconciler = (stored: readonly Annotation[], tombstones: readonly Tombstone[]) => Reconciled;

/** What is read of a page. */
interface Reading {
  readonly page: Page;
  readonly blocks: readonly Block[];
  /** `joinBlocks(blocks)` */
  readonly text: string;
  /** The blocks are not all of the article: what is not in them is not missing. */
  readonly isPart: boolean;
}

/**
 * Has a page's claims found, to be brought together with what is stored by the time that is known.
 * @throws StoreError, EngineError
 */
export async function reconcilerOf(
  { page, blocks, text, isPart }: Reading,
  { store, engine, settings, now, newId }: Surroundings,
): Promise<Reconciler> {
  const claims = await claimsIn(joinSentences(blocks), await engine.loadModel(), { store, engine, settings });
  const found = foundIn(blocks, claims, page.title);
  const article = isPart ? null : text;
  return (stored, tombstones) =>
    reconcile({ stored, tombstones, found, page, engine: engine.version, now, newId, article });
}

/**
 * The claims of a text, with the confidence the reader's verdicts give them.
 * @throws StoreError
 */
async function claimsIn(
  text: string,
  model: Model,
  { store, engine, settings }: Pick<Surroundings, 'store' | 'engine' | 'settings'>,
): Promise<Claim[]> {
  const { threshold } = settings;
  const adjustment = await adjustmentInUse(store, settings);
  return engine
    .analyse(text, { model, threshold: leastFor(threshold, adjustment) })
    .map((claim) => ({ ...claim, matches: adjustMatches(claim.matches, adjustment, threshold) }))
    .filter(({ matches }) => matches.length > 0);
}

function withoutStore({ annotations }: Reconciled) {
  return { annotations, unsaved: annotations };
}

/** Keeps everything, or, if the reader wants it so, what they touched; the rest then lives as long as the visit. */
async function withStore(
  unsaved: readonly Annotation[],
  page: Page,
  decide: Reconciler,
  { store, settings, now }: Surroundings,
) {
  return recordVisit(store, page.key, now, (stored, tombstones) => {
    const known = new Set(stored.map(({ id }) => id));
    // What another tab of the same page has stored meanwhile stands in for what is unsaved here.
    const { annotations, put, drop } = decide(
      [...stored, ...unsaved.filter(({ id }) => !known.has(id))],
      tombstones,
    );
    const isKept = (a: Annotation) => settings.keep === 'everything' || known.has(a.id) || isTouched(a);
    const rescued = annotations.filter((a) => !known.has(a.id) && isKept(a) && !put.includes(a));
    return {
      page,
      put: [...put.filter(isKept), ...rescued],
      drop: drop.filter((id) => known.has(id)),
      annotations,
      unsaved: annotations.filter((a) => !isKept(a)),
    };
  });
}

/**
 * Which page it is: the key from the sender's address and the canonical link; where nothing is known under that key
 * but the site has this article under another (see `isSameArticle`), that one.
 */
async function settle(
  request: PageRequest,
  text: string,
  language: Language,
  { store }: Surroundings,
): Promise<Page> {
  const { page, known, url, more, isPrivate } = request;
  if (more && known) return known;
  const settled: Page = {
    ...page,
    key: pageKeyOf(url, page.key),
    url: withoutTracking(url),
    language: language === 'other' ? page.language || 'und' : language,
    fingerprint: fingerprintOf(text),
  };
  if (isPrivate || !settled.fingerprint) return settled;
  const candidates = await pagesOfSite(store, siteOf(settled.key));
  if (candidates.some(({ key }) => key === settled.key)) return settled;
  const same = candidates.find((candidate) => isSameArticle(candidate, settled));
  return same ? { ...settled, key: same.key } : settled;
}
