/** Notes as Markdown with YAML front matter, fit for Obsidian: properties, tags and block references. */
import { stringify } from 'yaml';
import type { Annotation, Page } from '../annotations/types';
import { argumentOf, essayOf } from '../essays/catalogue';
import { creditOf, paragraphLink } from '../essays/links';
import type { ArgumentId } from '../essays/types';
import { byPage, dayOf, linkOf, oneLine, STANCE_WORDS, safeUrl, VERDICT_WORDS, wellFormed } from './citation';
import type { WriteOptions } from './formats';

/** Text that Markdown shows as it is: marks escaped, in one line. Also `$`, `=`, `~`, `%` and `^`, Obsidian's own. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~$=^%&!]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?= |$)/, (mark) => mark.replace(/[-+.)]/, '\\$&'));
}

/** The reader's note: their own Markdown, save for HTML and remote pictures, which a shared file could bring in. */
export function note(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/</g, '\\<')
    .replace(/!(?=\[)/g, '\\!')
    .trim();
}

/** A tag as Obsidian takes it: no blanks or marks, and not of digits only. */
export function obsidianTag(tag: string): string {
  const clean = tag
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}_/-]+/gu, '-')
    .replace(/^[-/]+|[-/]+$/g, '');
  return /^\d+$/.test(clean) ? `_${clean}` : clean;
}

/** A block reference: letters, digits and dashes. */
export function blockId(id: string): string {
  return `tightrope-${id.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

function tagsOf(annotations: readonly Annotation[]): string[] {
  const tags = annotations.flatMap((a) => a.tags.map(obsidianTag)).filter(Boolean);
  return ['tightrope', ...new Set(tags)];
}

function frontMatter(properties: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(properties).filter(([, value]) => value !== '');
  // Lone halves of surrogate pairs are no YAML.
  const text = wellFormed(stringify(Object.fromEntries(given), { lineWidth: 0 }));
  return `---\n${text}---\n`;
}

function link(text: string, url: string): string {
  const safe = safeUrl(url).replace(
    /[()<>\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return safe ? `[${escapeMarkdown(text)}](${safe})` : escapeMarkdown(text);
}

/** One claim: the quote with its block reference, what it bears on, the reader's words. */
function claim(a: Annotation): string {
  const found = linkOf(a);
  const facts = [
    found?.confidence != null ? `${Math.round(found.confidence * 100)}% sure` : '',
    VERDICT_WORDS[a.verdict],
    a.correction && a.verdict !== 'added' ? 'argument or stance chosen by the reader' : '',
    a.anchor.state === 'anchored'
      ? ''
      : a.anchor.state === 'orphaned'
        ? 'no longer on the page'
        : 'place uncertain',
  ].filter(Boolean);
  const tags = a.tags.map(obsidianTag).filter(Boolean);
  const parts = [
    `> ${escapeMarkdown(a.target.quote.exact)}`,
    `^${blockId(a.id)}`,
    found &&
      `**${STANCE_WORDS[found.stance]}** ${link(found.label, found.url)} (${escapeMarkdown(found.credit)}): ${escapeMarkdown(found.thesis)}`,
    `*${facts.join(', ')}*${tags.length ? ` ${tags.map((tag) => `#${tag}`).join(' ')}` : ''}`,
    note(a.note),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function source({ title, outlet, published, url }: Page): string {
  const name = [outlet, dayOf(published)].filter(Boolean).join(', ') || title || url;
  return link(name, url);
}

/**
 * Annotations as Markdown: one article's note, or a list grouped by article.
 * @param options.exported ISO 8601 in UTC
 */
export function toMarkdown(
  annotations: readonly Annotation[],
  { exported, argument, argumentNotes = [], pageNotes = [] }: WriteOptions,
): string {
  const noteOn = ({ key }: Page) => note(pageNotes.find(({ page }) => page.key === key)?.text ?? '');
  const groups = byPage(annotations);
  const [only] = groups;
  if (only && groups.length === 1 && !argument)
    return article(only.page, only.annotations, exported, noteOn(only.page));
  const head = frontMatter({
    title: argument ? argumentOf(argument).label : 'Tightrope notes',
    ...(argument ? { argument } : {}),
    exported: dayOf(exported),
    articles: groups.length,
    claims: annotations.length,
    tags: tagsOf(annotations),
  });
  const sections = groups.map(({ page, annotations: list }) =>
    [`## ${escapeMarkdown(page.title || page.url)}`, source(page), noteOn(page), ...list.map(claim)]
      .filter(Boolean)
      .join('\n\n'),
  );
  const opening = argument
    ? aboutArgument(argument, argumentNotes.find((one) => one.argument === argument)?.text)
    : ['# Tightrope notes'];
  return `${wellFormed(`${head}\n${[...opening, ...sections].filter(Boolean).join('\n\n')}`)}\n`;
}

/** What stands at the head of an argument's file. */
function aboutArgument(id: ArgumentId, text = ''): string[] {
  const { label, thesis } = argumentOf(id);
  const credit = link(creditOf(essayOf(id)), paragraphLink(id));
  return [`# ${escapeMarkdown(label)}`, `${escapeMarkdown(thesis)} (${credit})`, note(text)];
}

function article(page: Page, annotations: readonly Annotation[], exported: string, onPage: string): string {
  const argumentIds = new Set(annotations.flatMap((a) => linkOf(a)?.argument ?? []));
  const head = frontMatter({
    title: page.title,
    outlet: page.outlet,
    published: dayOf(page.published),
    url: safeUrl(page.url),
    exported: dayOf(exported),
    claims: annotations.length,
    arguments: [...argumentIds],
    tags: tagsOf(annotations),
  });
  const body = [
    `# ${escapeMarkdown(page.title || page.url)}`,
    source(page),
    onPage,
    ...annotations.map(claim),
  ].filter(Boolean);
  return `${wellFormed([`${head}\n${body[0]}`, ...body.slice(1)].join('\n\n'))}\n`;
}
