/**
 * Parts a file of real labelled sentences into what may be fitted on and what is held out, by article:
 *   node scripts/run-ts.mjs training/split.ts open|held FILE.jsonl > PART.jsonl
 * An article is held out where the SHA-1 of its name begins with a hexadecimal digit from 0 to 4.
 */
import { createHash } from 'node:crypto';
import { labelledLines } from './labelled-lines';

const [part, file] = process.argv.slice(2);
if ((part !== 'open' && part !== 'held') || !file) {
  console.error('usage: node scripts/run-ts.mjs training/split.ts open|held FILE.jsonl > PART.jsonl');
  process.exit(2);
}

const isHeldOut = (article: string): boolean =>
  /^[0-4]/.test(createHash('sha1').update(article).digest('hex'));

for (const { line, sentence, place } of labelledLines(file)) {
  if (typeof sentence.article !== 'string') {
    console.error(`${place}: wants "article", the name its sentences share`);
    process.exit(1);
  }
  if (isHeldOut(sentence.article) === (part === 'held')) process.stdout.write(`${line}\n`);
}
