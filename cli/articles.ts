import { analyse } from '../engine/analyse';
import { judge } from '../engine/judge';
import type { Model } from '../engine/model';
import type { Match } from '../engine/types';
import { articlesOf, type Example, readTsv } from '../training/examples';
import type { Gold } from '../training/score';

/** A labelled sentence, and what is shown of it. */
export interface Judged {
  readonly gold: Gold;
  readonly matches: readonly Match[];
  readonly ranking: ReturnType<typeof judge>['ranking'];
}

/**
 * Reads labelled articles (`training/examples.ts`: labels, style, text, prev, next, one sentence a line) and has each read
 * as a page's text is, so that sentences which name nobody are understood by those above them.
 * @returns a row a sentence, in the file's order
 */
export function judgeArticles(file: string, model: Model): Judged[] {
  return articlesOf(readTsv(file, file)).flatMap((article) => judgeArticle(article, model));
}

function judgeArticle(article: readonly Example[], model: Model): Judged[] {
  const text = article.map((sentence) => sentence.text).join('\n');
  const claims = analyse(text, { model });
  let start = 0;
  return article.map((sentence) => {
    const end = start + sentence.text.length;
    const matches = claims
      .filter((claim) => claim.start >= start && claim.start < end)
      .flatMap((c) => c.matches);
    const id = `${sentence.batch}#${start}`;
    start = end + 1;
    return {
      gold: { id, text: sentence.text, matches: sentence.labels },
      matches,
      ranking: judge(sentence, model).ranking,
    };
  });
}
