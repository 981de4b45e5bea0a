import { localDay } from '../annotations/local-day';
import { bibliography, type Item } from './bibliography';
import { joining, type OpenWriter } from './writer';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX and biber count braces with a backslash too: a lone one would swallow the entries that follow.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  // In TeX's old fonts, still the default, other signs have the places of these: “Opinion | …” had a dash.
  '|': '\\textbar{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Text as TeX shows it. */
function tex(text: string): string {
  return text.replace(/[\\{}$&#%_^~|<>]/g, (sign) => SPECIAL[sign] ?? sign);
}

/** What BibTeX would take for several names, or for the parts of one the wrong way round: “Jr.” for a family's name. */
const NO_PERSON = /,|\b(?:and|others)\b|\b[js]r\.?$|\s(?:I{2,3}|IV)$|\s(?:of|for)\s|^the\s/i;
/** A name; in braces of its own where it must be left as it is. */
const nameInTex = (name: string) => (NO_PERSON.test(name) ? `{${tex(name)}}` : tex(name));

function entry({
  key,
  title,
  authors,
  outlet,
  url,
  language,
  published,
  accessed,
  notes,
  tags,
}: Item): string {
  const fields: [name: string, value: string][] = [
    ['title', `{${tex(title)}}`],
    ['author', authors.map(nameInTex).join(' and ')],
    ['organization', tex(outlet)],
    ['date', published.map((part) => String(part).padStart(2, '0')).join('-')],
    // As it is: no TeX stands in this field (biblatex, "verbatim"), and a `\%` would be a part of the address.
    ['url', url.replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', localDay(accessed)],
    // A name of babel's, and not a tag such as `en`. English is what we read.
    ['langid', /^en\b/i.test(language) ? 'english' : ''],
    ['keywords', tags.map((tag) => tex(tag.replaceAll(',', ' '))).join(', ')],
    // So Zotero and older styles have it; to biblatex it is another name of `annotation`.
    ['annote', notes.map(tex).join(' \\par ')],
  ];
  const filled = fields.filter(([, value]) => value && value !== '{}');
  return `@online{${key},\n${filled.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

/** The articles in BibTeX (`@online`, as biblatex has it), with the claims and notes in `annote`. UTF-8. */
export const bibtexWriter: OpenWriter = (_, options) => {
  const join = joining('\n');
  const { itemsOf, others } = bibliography(options);
  return {
    head: '',
    slice: (annotations) => join(itemsOf(annotations).map(entry)),
    foot: () => join(others().map(entry)),
  };
};
