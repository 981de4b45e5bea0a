/** Who wrote an article, by what its page says of it. */
import { resolveReferences } from '../../annotations/character-references';

/** Longest list kept, and longest name: what is longer is none. */
const MOST = 20;
const LONGEST = 100;

/** Characters that are read of a page's word on its authors. */
const READ = MOST * LONGEST;

/** What stands before a name. */
const BY = /^(?:(?:written|reported|posted|story|words) )?by[ :]+|^authors?: */i;
/** An address of the web or of a mailbox, the path of a page, a handle: never a part of a name. */
const ADDRESS = /@|\/\/|^www\.|\.\w+\/|^\/\w/;
/** What a byline says of a person beside the name. */
const ROLE =
  /\b(?:staff|reporters?|correspondents?|editors?|writers?|columnists?|contributors?|bureau|desk)\b/i;
/** What systems write where nobody is named. */
const NOBODY = /^(?:by|admin(?:istrator)?|webmaster|null|undefined|none|unknown|n\/a)$/i;
/** Whether it is a role and no name: "Staff reporter", "our correspondent in Seoul". */
const isRole = (said: string) =>
  ROLE.test(said) && (/^(?:an?|our) /i.test(said) || said.split(' ').every((word) => ROLE.test(word)));

const META = [
  'author',
  'article:author',
  'og:article:author',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'dc.creator',
];
/** Attributes in which meta elements are named. */
export const META_NAMES = ['name', 'property', 'itemprop'];

/** Where a page's markup names authors, the surest first: as Readability looks for a byline. */
const BYLINES = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[itemprop~="author"]',
  '[rel~="author"]',
  '.byline',
];

/**
 * The names in a page's word on its authors: "By A B and C D, staff reporters" are two. Words that can't be told
 * apart for sure stay one name. Each once, trimmed, in their order.
 */
export function namesIn(said: string): string[] {
  const words = said
    .slice(0, READ)
    .split(/\s+/)
    .filter((word) => word !== '' && !ADDRESS.test(word));
  const names = words
    .join(' ')
    .split(/ *; *| [/|·•] /)
    .flatMap((part) => apart(part.replace(BY, '').trim()))
    .map((name) => name.replace(/^[\s,:()<>-]+|[\s,:()<>-]+$/g, ''))
    .filter((name) => /\p{L}/u.test(name) && name.length <= LONGEST && !NOBODY.test(name) && !isRole(name));
  return eachOnce(names);
}

/** Names set apart by commas or "and"; one of a single word may be a surname, a place or an agency. */
function apart(text: string): string[] {
  const isFull = (name: string) => name.includes(' ') && !ROLE.test(name);
  const listed = text.split(/ *, *(?:and )?/).filter(isFull);
  return (listed.length > 0 ? listed : [text]).flatMap((one) => {
    const pair = one.split(/ (?:and|&) /i);
    return pair.every(isFull) ? pair : [one];
  });
}

function eachOnce(names: readonly string[]): string[] {
  const plain = names.map((name) => name.toLowerCase());
  return names.filter((_, i) => plain.indexOf(plain[i] ?? '') === i).slice(0, MOST);
}

/** The authors in JSON-LD: a text, an object with a name, or a list of these. */
export function linkedAuthors(author: unknown): string[] {
  // Its references end in a semicolon, which would part one name in two.
  const names = (text: string) => namesIn(resolveReferences(text.slice(0, READ)));
  const one = (value: unknown): string[] => {
    if (typeof value === 'string') return names(value);
    const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : [];
    return [name].flat().flatMap((text) => (typeof text === 'string' ? names(text) : []));
  };
  return eachOnce([author].flat().slice(0, MOST).flatMap(one));
}

/**
 * The authors in a document's meta elements; often an address of a profile, which is no name.
 * @param metas all of the document's: to look through it for one name after the other takes longer than to read it
 */
export function metaAuthors(metas: readonly Element[]): string[] {
  const nameIn = (meta: Element, attribute: string) => meta.getAttribute(attribute)?.toLowerCase() ?? '';
  const telling = metas.filter((meta) =>
    META_NAMES.some((attribute) => META.includes(nameIn(meta, attribute))),
  );
  for (const name of META) {
    for (const attribute of META_NAMES) {
      const own = telling.filter((meta) => nameIn(meta, attribute) === name).slice(0, MOST);
      const names = eachOnce(own.flatMap((meta) => namesIn(meta.getAttribute('content') ?? '')));
      if (names.length > 0) return names;
    }
  }
  return [];
}

/** The authors in the first byline within a page, or an article of it. */
export function bylineIn(within: ParentNode): string[] {
  const all = [...within.querySelectorAll(BYLINES.join(','))];
  for (const selector of BYLINES) {
    const [first, ...others] = all.filter((one) => one.matches(selector));
    if (!first) continue;
    // Names of one line stand beside each other; those further away are of other articles.
    const line = [first, ...others.filter((one) => one.parentElement === first.parentElement)];
    const said = line.map((one) => one.textContent ?? '');
    const names = eachOnce(said.filter((text) => text.length < LONGEST && !/\d/.test(text)).flatMap(namesIn));
    if (names.length > 0) return names;
  }
  return [];
}
