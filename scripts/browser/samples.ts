import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';

/** A sample article of our own and the address it is served at. */
export interface Sample {
  readonly name: string;
  readonly address: string;
  readonly html: string;
}

function sample(name: string): Sample {
  const html = readFileSync(join(root, 'demo', `${name}.html`), 'utf8');
  const address = canonicalOf(html);
  if (!address) throw new Error(`demo/${name}.html has no canonical link`);
  return { name, address, html };
}

/** The canonical address a saved page names, if it is an absolute https one. */
export function canonicalOf(html: string): string | undefined {
  const tag = /<link\b[^>]*\brel=["']?canonical\b[^>]*>/i.exec(html)?.[0] ?? '';
  return /\bhref=["']?(https:\/\/[^"'\s>]+)/i.exec(tag)?.[1];
}

export const wire = sample('wire');
export const editorial = sample('editorial');
export const offTopic = sample('off-topic');
