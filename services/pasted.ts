/** Text that is no page: a PDF, a mail. Pasted into the library and analysed there. */
import { fingerprintOf } from '../annotations/fingerprint';
import { quoteHash } from '../annotations/quote-hash';
import type { Page } from '../annotations/types';
import type { Block, FromExtension, PageAnswer } from '../messages/protocol';
import { inPageOrder } from '../store/annotations';
import { recordVisit } from '../store/visits';
import { pageSettingsOf, reconcilerOf, type Surroundings } from './annotate';
import { joinBlocks } from './targets';

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
  around: Surroundings,
): Promise<PageAnswer> {
  const { store, engine, settings, now } = around;
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
  const decide = await reconcilerOf({ page, blocks, text: joined, isPart: false }, around);
  const { annotations } = isStored
    ? await recordVisit(store, page.key, now, (...known) => ({ ...decide(...known), page }))
    : decide([], []);
  return { status: 'ok', annotations: inPageOrder(annotations), settings: pageSettings, stored: isStored };
}
