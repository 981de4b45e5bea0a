/** What is kept around a claim, in so many words that it can be recognised where the page has lost it. */

/**
 * Of a longer paragraph (a transcript without any markup is a single one) so much is kept on either side of the claim,
 * and so much of a headline: kept whole with each of its claims, a text would be stored as often as it has them.
 */
const PARAGRAPH = 2000;
const HEADLINE = 500;

/** Paragraphs apart by no more than this, in code units, are neighbours: little but markup's white space is between. */
export const NEIGHBOURS = 80;

/** What is kept of the paragraph a claim stands in. @param start, end the claim in it, in code units */
export function paragraphAround(paragraph: string, start: number, end: number): string {
  return wholePairs(paragraph.slice(Math.max(0, start - PARAGRAPH), end + PARAGRAPH));
}

/** What is kept of the headline above a claim. */
export function headlineKept(headline: string): string {
  return wholePairs(headline.slice(0, HEADLINE));
}

/** Without half a surrogate pair at either end, which cutting by code units can leave. */
export function wholePairs(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
