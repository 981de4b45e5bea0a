/** What stands in an article again: pull quotes, running heads. */
import type { Block } from '../../messages/protocol';

/** Characters of a pull quote: a shorter text stands in others by chance, a longer one is none. */
const PULLED = { least: 40, most: 300 };
/** So many characters are looked through at most, in looking for one text after the other: some milliseconds. */
const MOST = 1e7;
/** A line that stands so often is a running head, or the like; one of fewer words may be a speaker's name. */
const OFTEN = 3;
const RUNNING = { words: 3, most: 100 };

/**
 * The blocks without those that only say again what another one says: whose text stands within a longer one (a pull
 * quote), or as a line of its own three times or more (a running head). The article's own headline stays.
 */
export function withoutRepeats(blocks: readonly Block[]): Block[] {
  const plain = blocks.map(({ text }) => plainText(text));
  const counts = new Map<string, number>();
  for (const text of plain) if (text.length <= RUNNING.most) counts.set(text, (counts.get(text) ?? 0) + 1);
  const whole = plain.join('\n');
  const own = blocks.find(({ kind }) => kind === 'headline');
  let looked = 0;
  return blocks.filter((block, i) => {
    const text = plain[i] ?? '';
    if (block === own) return true;
    const count = counts.get(text) ?? 1;
    if (count >= OFTEN && text.split(' ').length >= RUNNING.words) return false;
    if (block.kind === 'headline' || block.runsOn || text.length < PULLED.least || text.length > PULLED.most)
      return true;
    looked += whole.length;
    return looked > MOST || !standsWithin(whole, text);
  });
}

/** Whether a text stands in a longer line of another. */
function standsWithin(whole: string, text: string): boolean {
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + text.length)) {
    const isLine = (at === 0 || whole[at - 1] === '\n') && (whole[at + text.length] ?? '\n') === '\n';
    if (!isLine) return true;
  }
  return false;
}

/** In one line, without the quotation marks around it: a few, or a text full of them would be searched from each. */
function plainText(text: string): string {
  // Most texts have single spaces: told more quickly than all of them are replaced.
  const line = /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
  if (line.length > PULLED.most) return line;
  return line.replace(/^["“”‘’']{1,3}|["“”‘’']{1,3}$/g, '');
}
