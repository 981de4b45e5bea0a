import type { Annotation } from '../annotations/types';
import { itemsOf } from './bibliography';
import { dayOf } from './citation';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Text as TeX shows it. */
function tex(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (sign) => SPECIAL[sign] ?? sign);
}

/** The articles in BibTeX (`@online`, as biblatex has it), with the claims and notes in `annotation`. UTF-8. */
export function toBibtex(annotations: readonly Annotation[]): string {
  return itemsOf(annotations)
    .map(({ key, title, outlet, url, language, published, accessed, notes, tags }) => {
      const fields: [name: string, value: string][] = [
        ['title', `{${tex(title)}}`],
        ['organization', tex(outlet)],
        ['date', published.map((part) => String(part).padStart(2, '0')).join('-')],
        // Braces and per cent signs would end the field or start a comment.
        ['url', url.replace(/[{}\\]/g, encodeURIComponent).replaceAll('%', '\\%')],
        ['urldate', dayOf(accessed)],
        ['langid', tex(language)],
        ['keywords', tags.map((tag) => tex(tag.replaceAll(',', ' '))).join(', ')],
        ['annotation', notes.map(tex).join(' \\par ')],
      ];
      const filled = fields.filter(([, value]) => value && value !== '{}');
      return `@online{${key},\n${filled.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
    })
    .join('\n');
}
