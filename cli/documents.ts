import { randomUUID } from 'node:crypto';
import { pageKeyOf } from '../annotations/address';
import { fingerprintOf } from '../annotations/fingerprint';
import { reconcile } from '../annotations/reconcile';
import type { Annotation, Page } from '../annotations/types';
import { analyse } from '../engine/analyse';
import { languageOf, READ_LANGUAGES } from '../engine/language';
import type { Model } from '../engine/model';
import { ENGINE_VERSION } from '../engine/version';
import { textIn } from '../exchange/decoding';
import { writeAs } from '../exchange/formats';
import type { Block } from '../messages/protocol';
import { foundIn, joinBlocks, joinSentences } from '../services/targets';
import { articleOfHtml } from './html';
import { bytesOf, NO_UTF8, type Source, write } from './input';
import type { Format } from './sentences';

type Read = {
  readonly page: Omit<Page, 'key' | 'fingerprint' | 'language'> & { readonly declared: string };
  readonly blocks: readonly Block[];
};

/**
 * Plain text as blocks: its paragraphs, set apart by empty lines, or its lines where it has none.
 * Offsets are UTF-16 code units into the text.
 */
function readText(text: string | null, name: string): Read {
  if (text === null) throw new Error(NO_UTF8);
  const separator = /\n[ \t]*\r?\n/.test(text) ? /\n(?:[ \t]*\r?\n)+/g : /\r?\n/g;
  const blocks: Block[] = [];
  let start = 0;
  for (const part of [...text.matchAll(separator), null]) {
    const raw = text.slice(start, part?.index ?? text.length);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim()) blocks.push({ start: start + lead, kind: 'paragraph', text: raw.trim() });
    if (part) start = part.index + part[0].length;
  }
  return { page: { url: '', title: name, outlet: '', published: '', declared: '' }, blocks };
}

/** What to say of a document without anything to read. */
const NOTHING = {
  html: 'no article found in it; give the page as your browser saved it, or its text with --input text',
  text: 'is empty',
} as const;

function annotationsIn(
  { page: { declared, ...facts }, blocks }: Read,
  name: string,
  nothing: string,
  model: Model,
  now: string,
): Annotation[] {
  const text = joinBlocks(blocks);
  const language = languageOf(text, declared);
  if (blocks.length === 0) throw new Error(nothing);
  if (!READ_LANGUAGES.includes(language))
    throw new Error(
      `not analysed: its language is ${language === 'other' ? declared || 'unknown' : language}, and only ${READ_LANGUAGES.join(', ')} can be read yet`,
    );
  const page: Page = {
    ...facts,
    key: facts.url ? pageKeyOf(facts.url) : `file:${name}`,
    language,
    fingerprint: fingerprintOf(text),
  };
  return [
    ...reconcile({
      stored: [],
      tombstones: [],
      found: foundIn(blocks, analyse(joinSentences(blocks), { model }), page.title),
      page,
      engine: ENGINE_VERSION,
      now,
      newId: randomUUID,
      article: text,
    }).annotations,
  ];
}

/**
 * Annotates whole documents, one after the other.
 * @param report is told of every document that cannot be read; the rest is processed
 */
export async function annotateDocuments(
  input: 'text' | 'html',
  sources: readonly Source[],
  format: Format,
  model: Model,
  report: (problem: string) => void,
): Promise<void> {
  const now = new Date().toISOString();
  const all: Annotation[] = [];
  for (const source of sources) {
    try {
      const bytes = await bytesOf(source);
      const text = textIn(bytes);
      // A page says itself in which encoding it is, where that is no Unicode.
      const read = input === 'html' ? articleOfHtml(text ?? bytes) : readText(text, source.name);
      const annotations = annotationsIn(read, source.name, NOTHING[input], model, now);
      if (format === 'jsonl')
        for (const annotation of annotations) await write(`${JSON.stringify(annotation)}\n`);
      else all.push(...annotations);
    } catch (error) {
      report(`${source.name}: ${(error as Error).message}`);
    }
  }
  if (format !== 'jsonl') await write(writeAs(format === 'md' ? 'markdown' : format, all, { exported: now }));
}
