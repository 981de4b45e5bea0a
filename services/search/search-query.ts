/**
 * What a reader types into the search field, taken apart: words, `"an exact phrase"`, and `tag:`, `site:`, `url:`. An
 * operator that is none of these is ordinary text.
 */
import { isCjk } from './search-terms';

/** What the conditions of a query look at. */
export interface Searched {
  /** Quote and note. */
  readonly own: readonly string[];
  /** Title, outlet and labels: texts others have as well. */
  readonly shared: readonly string[];
  readonly tags: readonly string[];
  readonly url: string;
}

export interface Query {
  /** To be looked up in the index; those of phrases are among them. */
  readonly words: string;
  /** What must hold besides; null where words are all there is. */
  readonly holds: ((searched: Searched) => boolean) | null;
}

/** Straight, curly and corner quotation marks; the colon also as wide as Chinese and Korean keyboards have it. */
const TOKEN = /(?:(tag|site|url)[:：])?(?:["“”„「]([^"“”„「」]*)(["“”」]|$)|(\S+))/giu;
/** An operator whose value is still to be typed. */
const BARE = /^(?:tag|site|url)[:：]$/iu;
const SCHEME_AND_WWW = /^(?:https?:\/\/)?(?:www\.)?/;

const plain = (text: string) => text.normalize('NFC').toLowerCase();
const hostIn = (url: string) => /^https?:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';

const OUTSIDE_A_WORD = { before: '(?<![\\p{L}\\p{N}])', after: '(?![\\p{L}\\p{N}])' };

/** A phrase in any case and however spaced, beginning and ending with a word where words are set apart. */
function patternOf(phrase: string): RegExp {
  const text = phrase.normalize('NFC').trim();
  const body = text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+');
  const edge = (character: string | undefined, side: keyof typeof OUTSIDE_A_WORD) =>
    isCjk(character ?? '') ? '' : OUTSIDE_A_WORD[side];
  return new RegExp(edge([...text].at(0), 'before') + body + edge([...text].at(-1), 'after'), 'iu');
}

/** The condition an operator makes of its value. */
const OPERATORS: Readonly<Record<string, (value: string) => (searched: Searched) => boolean>> = {
  // Its beginning will do: it may still be being typed.
  tag: (value) => (searched) => searched.tags.some((tag) => plain(tag).startsWith(value)),
  site: (value) => {
    const site = value.replace(SCHEME_AND_WWW, '').replace(/\/.*$/, '');
    return ({ url }) => hostIn(url).includes(site);
  },
  url: (value) => (searched) => plain(searched.url).includes(value),
};

/** A tag as the value of its operator; null where it can't be written as one. */
function written(tag: string): string | null {
  if (!/["“”„「」]/u.test(tag)) return /\s/.test(tag) ? `"${tag}"` : tag;
  return /^["“”„「]|\s/u.test(tag) ? null : tag;
}

/** What is typed where it asks for a tag (`tag:`, by all of its name) that has another name now. */
export function tagRenamedIn(typed: string, tag: string, name: string): string {
  return typed.replace(
    TOKEN,
    (token, operator?: string, quoted?: string, _closing?: string, bare?: string) => {
      const value = (quoted ?? bare ?? '').trim();
      const isMeant = operator?.toLowerCase() === 'tag' && plain(value) === plain(tag);
      const now = isMeant ? written(name) : null;
      return now === null ? token : `tag:${now}`;
    },
  );
}

/** Takes apart what is typed. */
export function queryIn(typed: string): Query {
  const words: string[] = [];
  const conditions: ((searched: Searched) => boolean)[] = [];
  for (const [token, operator, quoted, closing, bare] of typed.matchAll(TOKEN)) {
    const value = quoted ?? bare ?? '';
    const condition = operator && OPERATORS[operator.toLowerCase()];
    if (condition) {
      if (value.trim()) conditions.push(condition(plain(value.trim())));
    } else if (!BARE.test(token)) {
      words.push(value);
      if (closing && /[\p{L}\p{N}]/u.test(value)) {
        const pattern = patternOf(value);
        conditions.push(({ own, shared, tags }) =>
          [own, shared, tags].some((texts) => texts.some((text) => pattern.test(text))),
        );
      }
    }
  }
  return {
    words: words.join(' '),
    holds: conditions.length ? (searched) => conditions.every((condition) => condition(searched)) : null,
  };
}
