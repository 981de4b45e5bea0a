/** Text that is no page: a PDF, a mail. Pasted into the library and analysed there. */
import { fingerprintOf } from '../annotations/fingerprint';
import { quoteHash } from '../annotations/quote-hash';
import { reconcile } from '../annotations/reconcile';
import type { Annotation, Page, Tombstone } from '../annotations/types';
import type { Block, FromExtension, PageAnswer } from '../messages/protocol';
import { inPageOrder } from '../store/annotations';
import { recordVisit } from '../store/visits';
import { claimsIn, pageSettingsOf, type Surroundings } from './annotate';
import { foundIn, joinBlocks } from './targets';

/** The paragraphs of a text, set apart by empty lines, with their offsets in it. */
function paragraphsOf(text: string): Block[] {
  return [...text.matchAll(/(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))+/g)].flatMap(({ index, 0: found }) => {
    const trimmed = found.trim();
    if (!trimmed) return [];
    return [{ start: index + found.indexOf(trimmed), kind: 'paragraph', text: trimmed } as const];
  });
}

/**
 * Annotates pasted text. Its record's page has no address: its key is `text:` and the hash of the text.
 * @throws StoreError, EngineError
 */
export async function analysePasted(
  { title, text, store: isStored }: FromExtension['text/analyse']['request'],
  { store, engine, settings, now, newId }: Surroundings,
): Promise<PageAnswer> {
  const blocks = paragraphsOf(text);
  const joined = joinBlocks(blocks);
  const language = engine.languageOf(joined);
  const pageSettings = pageSettingsOf(settings);
  if (!engine.reads.includes(language))
    return { status: 'not-analysed', language, annotations: [], settings: pageSettings, stored: false };
  const page: Page = {
    key: `text:${quoteHash(joined)}`,
    url: '',
    title: title.trim() || joined.slice(0, 80),
    outlet: '',
    published: '',
    language,
    fingerprint: fingerprintOf(joined),
  };
  const model = await engine.loadModel();
  const claims = await claimsIn(joined, model, { store, engine, settings });
  const found = foundIn(blocks, claims, page.title);
  const decide = (stored: readonly Annotation[], tombstones: readonly Tombstone[]) => ({
    ...reconcile({ stored, tombstones, found, page, engine: engine.version, now, newId, article: joined }),
    page,
  });
  const { annotations } = isStored ? await recordVisit(store, page.key, now, decide) : decide([], []);
  return { status: 'ok', annotations: inPageOrder(annotations), settings: pageSettings, stored: isStored };
}
