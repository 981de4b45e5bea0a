import type { Span } from '../types';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations that a name or number follows: never the end of a sentence. */
const BEFORE_NAMES =
  /(?:^|[\s("“‘[—–-])(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Gen|Lt|Col|Maj|Brig|Adm|Capt|Cmdr|Sgt|Cpl|Pvt|Sen|Rep|Reps|Sens|Gov|Pres|Prof|Amb|Sec|St|Ste|Rev|Fr|Hon|Supt|Det|Insp|Mt|Ft|vs|v|cf|e\.g|i\.e|viz|Ph\.D|Art|Sec|Fig|Vol|Ch|pp|p|ca|approx|est)\.$/i;

/** Abbreviations that a day, year or number may follow. */
const BEFORE_NUMBERS = /\b(?:Nos?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/i;

/** Abbreviations that may end a sentence: joined unless what follows looks like a beginning. */
const MAY_END =
  /(?:\b(?:\p{L}\.){2,}|\b(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|Esq|etc|al|Dept|Univ|Assn|Ave|Blvd|Rd|Calif|Conn|Fla|Ill|Mass|Mich|Minn|Pa|Tex|Va|Wash|Wis|Md|Ky|Ga|Colo|Ariz|Tenn|Mo|Ind|Sask|Ont|Que))\.?$/u;

/** A single initial: "George W." or "J." */
const INITIAL = /(?:^|[\s("“‘.-])\p{Lu}\.$/u;

/** What opens a line and is no sentence itself: "3." of a list, "IV." of a heading, "A." that answers "Q." */
const LABEL = /^(?:\d{1,3}|[IVX]{1,4}|\p{Lu})\.$/u;

/** Words that begin sentences far more often than they follow "U.S." as part of a name. */
const OPENERS =
  /^["“‘'(]*(?:The|A|An|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|This|That|These|Those|There|Here|But|And|Or|So|Yet|In|On|At|By|For|From|To|As|If|When|While|After|Before|Since|Although|Though|Because|However|Meanwhile|Moreover|Still|Now|Then|Not|No|Both|Some|Many|Most|What|Why|How|Who|Where|Asked|According|Under|With|Among|Despite|Last|Earlier|Later|Analysts|Critics|Officials|Experts)\b/;

const CLOSERS = /^["”’')\]»]+(?=\s|$)/;
const ENDS_IN_MARK = /[.!?…]["”’')\]»]*$|\p{Ll}{2}[.!?]["”’)]{0,3}\d{1,3}$/u;

/** "…the deal.The ministry…": a full stop that lost its space. */
const LOST_SPACE = /(?<=\p{Ll}{2}[.!?]["”’)]{0,3})(?=["“(]?\p{Lu}\p{Ll}+[\s,])/u;

/** "…since then.12 The…": the number of a note, glued to the sentence it ends. */
const NOTE_MARK = /(?<=\p{Ll}{2}[.!?]["”’)]{0,3}\d{1,3})(?=\s["“‘(]?\p{Lu})/u;

/** Code units of a sentence's end that tell whether it goes on. */
const LONGEST_TAIL = 80;
/** Code units the segmenter is given at once: its time grows with the square of the sentences in one string. */
const WINDOW = 8_000;

/** A long line in parts, cut between sentences where possible, between words at least; what is cut apart is joined. */
function* windowsOf(line: string): Generator<string> {
  let from = 0;
  while (line.length - from > WINDOW) {
    const part = line.slice(from, from + WINDOW);
    const mark = Math.max(...['. ', '? ', '! ', '” ', '" '].map((end) => part.lastIndexOf(end) + 2));
    const blank = part.lastIndexOf(' ') + 1;
    const isPair = /[\ud800-\udbff]$/.test(part);
    const length = [mark, blank].find((cut) => cut > WINDOW / 2) ?? (isPair ? WINDOW - 1 : WINDOW);
    yield part.slice(0, length);
    from += length;
  }
  yield line.slice(from);
}

function joins(left: string, right: string): boolean {
  if (/^\p{Ll}/u.test(right)) return true;
  if (BEFORE_NAMES.test(left)) return true;
  if (BEFORE_NUMBERS.test(left) && /^\d/.test(right)) return true;
  if (INITIAL.test(left) && /^\p{Lu}/u.test(right) && !OPENERS.test(right)) return true;
  if (MAY_END.test(left)) return !OPENERS.test(right) && /^[\p{L}\d"“(]/u.test(right);
  // Asked inside a quotation, and the sentence goes on: “Why now?” Mr. Kim asked. / (What then?) …
  if (
    /[?!]["”’]$/.test(left) &&
    /^\p{Lu}[\p{L}.-]*(?:\s\p{Lu}[\p{L}.-]*)*\s(?:said|asked|added|wrote|told|says|asks)\b/u.test(right)
  )
    return true;
  return !ENDS_IN_MARK.test(left) && !/[:;]$/.test(left);
}

/** Adds a piece, joined to the last where the cut between them was none. `from` is where this paragraph began. */
function append(spans: Span[], text: string, piece: Span, from: number): void {
  const last = spans.at(-1);
  if (!last || last.start < from) {
    spans.push(piece);
    return;
  }
  // No abbreviation is longer: a sentence that grows by many pieces is not read from its start for each of them.
  const left = text.slice(Math.max(last.start, last.end - LONGEST_TAIL), last.end);
  // As far as an attribution may reach: the piece alone may end at its “Mr.”
  const right = text.slice(piece.start, piece.start + 80);
  const isLabel = LABEL.test(left) && (spans.at(-2)?.end ?? from) <= from;
  const closers = CLOSERS.exec(right)?.[0].length ?? 0;
  if (closers > 0) {
    spans[spans.length - 1] = { start: last.start, end: piece.start + closers };
    const rest = trimmed(text, piece.start + closers, piece.end);
    if (rest) append(spans, text, rest, from);
  } else if (isLabel || joins(left, right)) {
    spans[spans.length - 1] = { start: last.start, end: piece.end };
  } else spans.push(piece);
}

function trimmed(text: string, start: number, end: number): Span | null {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  const length = slice.trim().length;
  return length === 0 ? null : { start: start + lead, end: start + lead + length };
}

/**
 * Sentences of news prose: `Intl.Segmenter` by line, mended where it stumbles over abbreviations, initials,
 * attributed questions, lost spaces and the numbers of notes. Every character that is not white space lies in exactly
 * one span.
 * Fed line by line because the segmenter of Node 20 is quadratic on long strings.
 * @param text any text; a line break always ends a sentence
 * @returns half-open spans in UTF-16 code units, in order
 */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const line of text.split(/(?<=[\n\r\u2028\u2029])/)) {
    let offset = from;
    for (const window of line.trim() === '' ? [] : windowsOf(line)) {
      for (const { segment } of segmenter.segment(window)) {
        for (const part of segment.split(LOST_SPACE).flatMap((piece) => piece.split(NOTE_MARK))) {
          const piece = trimmed(text, offset, offset + part.length);
          offset += part.length;
          if (piece) append(spans, text, piece, from);
        }
      }
    }
    from += line.length;
  }
  return spans;
}
