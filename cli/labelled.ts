/** Labelled sentences, and what the engine shows of them. */
import { analyse } from '../engine/analyse';
import { judge, type Ranked } from '../engine/judge';
import type { Model } from '../engine/model';
import type { Match } from '../engine/types';
import { articlesOf, type Example, readTsv } from '../training/examples';
import type { Gold } from '../training/gold';
import { readReal } from '../training/real';

export interface Judged {
  readonly gold: Gold;
  readonly matches: readonly Match[];
  readonly ranking: readonly Ranked[];
}

const goldOf = (example: Example): Gold => ({ ...example, matches: example.labels });

const readGold = (file: string): Gold[] =>
  (file.endsWith('.tsv') ? readTsv : readReal)(file, file).map(goldOf);

/**
 * Has each sentence of a file judged by itself, with its neighbours.
 * @param file JSON lines `{text, prev, next, matches}`, or a .tsv as the training sentences are
 * @throws ExampleError, naming file and line
 */
export function judgeSentences(file: string, model: Model): Judged[] {
  return readGold(file).map((gold) => {
    const { text, prev = '', next = '' } = gold;
    const { matches, ranking } = judge({ text, prev, next }, model);
    return { gold, matches, ranking };
  });
}

/**
 * Has whole articles read as a page's text is, so that a sentence which names nobody is understood by those above it.
 * @param file a .tsv as the training sentences are, a sentence a line, an article's in order
 * @throws ExampleError, naming file and line
 */
export function judgeArticles(file: string, model: Model): Judged[] {
  return articlesOf(readTsv(file, file)).flatMap((article) => judgeArticle(article, model));
}

function judgeArticle(article: readonly Example[], model: Model): Judged[] {
  const claims = analyse(article.map(({ text }) => text).join('\n'), { model });
  let start = 0;
  return article.map((sentence) => {
    const end = start + sentence.text.length;
    const within = claims.filter((claim) => claim.start >= start && claim.start < end);
    start = end + 1;
    return {
      gold: goldOf(sentence),
      matches: within.flatMap(({ matches }) => matches),
      ranking: judge(sentence, model).ranking,
    };
  });
}
