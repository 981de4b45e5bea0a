/**
 * Where a clause may begin: after a comma, colon or dash, or before a joining word. Blanks in a row are tried from the
 * first of them only.
 */
const JOINTS = /(?<=[,;:—–])\s+|(?<!\s)\s+(?=(?:and|but|while|which|who|because|as|after|although|that)\s)/;
/** Fewer words say too little by themselves and stay with what follows. */
const LEAST_WORDS = 7;

const wordsIn = (text: string): number => text.split(/\s+/).length;

/**
 * The clauses of a long sentence, roughly: the point of agency copy often sits in one of them and is drowned by the
 * rest.
 * @returns pieces of the text in order, of at least seven words each; empty where the sentence is all one piece
 */
export function clausesOf(text: string): string[] {
  const clauses: string[] = [];
  let open = '';
  for (const part of text.split(JOINTS)) {
    open = open ? `${open} ${part}` : part;
    if (wordsIn(open) < LEAST_WORDS) continue;
    clauses.push(open);
    open = '';
  }
  const last = clauses.pop();
  if (last === undefined) return [];
  clauses.push(open ? `${last} ${open}` : last);
  return clauses.length > 1 ? clauses : [];
}
