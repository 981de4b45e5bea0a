/** Notes as Markdown with YAML front matter, fit for Obsidian: properties, tags and block references. */
import { stringify } from 'yaml';
import { localDay } from '../annotations/local-day';
import type { ArgumentNote } from '../annotations/notes';
import type { Annotation, Page } from '../annotations/types';
import { argumentOf, essayOf } from '../essays/catalogue';
import { creditOf, paragraphLink } from '../essays/links';
import type { ArgumentId } from '../essays/types';
import {
  byPage,
  dayOf,
  labelOf,
  linkOf,
  oneLine,
  STANCE_WORDS,
  safeUrl,
  sourceOf,
  VERDICT_WORDS,
  wellFormed,
} from './citation';
import type { Overview } from './overview';
import { closed } from './unclosed';
import {
  articlesIn,
  joining,
  type OpenWriter,
  pageNotesIn,
  type WriteOptions,
  type Writer,
  writeWhole,
} from './writer';

/** Text that Markdown shows as it is: marks escaped, in one line. Also `$`, `=`, `~`, `%` and `^`, Obsidian's own. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~$=^%&!]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=[ -]|$)/, (mark) => mark.replace(/[-+.)]/, '\\$&'));
}

/**
 * The reader's note: their own Markdown, save for HTML and remote pictures, which a shared file could bring in; an
 * address in angle brackets is neither. What it leaves open is closed.
 */
export function note(text: string): string {
  const own = text
    .replace(/\r\n?/g, '\n')
    .replace(/<(?!https?:\/\/[^\s<>]+>)/g, '\\<')
    .replace(/!(?=\[)/g, '\\!')
    .trim();
  return closed(own);
}

/** A tag as Obsidian takes it: no blanks or marks (pictures it takes), and not of digits only. */
export function obsidianTag(tag: string): string {
  const clean = tag
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}_/-]+/gu, '-')
    .replace(/^[-/]+|(?<![-/])[-/]+$/g, '');
  return /^\d+$/.test(clean) ? `_${clean}` : clean;
}

/** A block reference: letters, digits and dashes. */
export function blockId(id: string): string {
  return `tightrope-${id.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

function tagsOf(given: readonly string[]): string[] {
  return ['tightrope', ...new Set(given.map(obsidianTag).filter(Boolean))];
}

function frontMatter(properties: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(properties).filter(([, value]) => value !== '');
  // Lone halves of surrogate pairs are no YAML.
  const text = wellFormed(stringify(Object.fromEntries(given), { lineWidth: 0 }));
  return `---\n${text}---\n`;
}

/** A link; the text alone where the address may not be made one. */
export function link(text: string, url: string): string {
  // All else that would end or change the address is encoded in it already.
  const safe = safeUrl(url).replace(/[()\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
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

/** Where an article appeared, with its link; empty where nothing is known but its title, as of a text pasted in. */
function source(page: Page): string {
  const safe = safeUrl(page.url);
  return link(sourceOf(page) || (safe && new URL(safe).hostname), page.url);
}

const blocks = (parts: readonly string[]) => wellFormed(parts.filter(Boolean).join('\n\n'));

/** Annotations as Markdown: one article's note, one argument's, or a list grouped by article. */
export const markdownWriter: OpenWriter = (overview, options) => {
  const { argument, argumentNotes = [], pageNotes = [] } = options;
  const { only } = overview;
  const isOnly = only && !argumentNotes.length && pageNotes.every(({ page }) => page.key === only.key);
  return isOnly && !argument ? articleWriter(only, overview, options) : listWriter(overview, options);
};

/** One article as Markdown, also where nothing is collected in it and all there is is a note. */
export const articleInMarkdown = (
  page: Page,
  annotations: readonly Annotation[],
  options: WriteOptions,
): string => writeWhole((overview) => articleWriter(page, overview, options), annotations, options);

function listWriter(overview: Overview, options: WriteOptions): Writer {
  const { argument, argumentNotes = [], exported } = options;
  const notes = pageNotesIn(options);
  const join = joining('\n\n');
  const section = (page: Page, onPage: string, claims: readonly Annotation[]) =>
    blocks([
      `## ${escapeMarkdown(page.title || page.url)}`,
      source(page),
      note(onPage),
      ...claims.map(claim),
    ]);
  const head = frontMatter({
    title: argument ? labelOf(argument) : 'Tightrope notes',
    ...(argument ? { argument } : {}),
    exported: localDay(exported),
    articles: argument ? overview.keys.size : articlesIn(overview, options),
    claims: overview.claims,
    tags: tagsOf(overview.tags),
  });
  const noteHere = argumentNotes.find((one) => one.argument === argument)?.text;
  return {
    head: `${head}\n${join([argument ? aboutArgument(argument, noteHere) : '# Tightrope notes'])}`,
    slice: (annotations) =>
      join(byPage(annotations).map(({ page, annotations: list }) => section(page, notes.on(page.key), list))),
    foot() {
      // An argument's own file says nothing of other articles.
      const others = argument ? [] : notes.others().map(({ page, text }) => section(page, text, []));
      return `${join([...others, ...(argument ? [] : notesOnArguments(argumentNotes))])}\n`;
    },
  };
}

/** The reader's notes on arguments, as sections. */
function notesOnArguments(notes: readonly ArgumentNote[]): string[] {
  const written = notes.filter(({ text }) => text);
  if (!written.length) return [];
  return [
    '## Notes on the arguments',
    ...written.map(({ argument, text }) => blocks([`### ${linkTo(argument)}`, note(text)])),
  ];
}

const linkTo = (id: ArgumentId) => link(labelOf(id), paragraphLink(id));

/** What stands at the head of an argument's file. */
function aboutArgument(id: ArgumentId, text = ''): string {
  const { thesis } = argumentOf(id);
  const credit = link(creditOf(essayOf(id)), paragraphLink(id));
  return blocks([`# ${escapeMarkdown(labelOf(id))}`, `${escapeMarkdown(thesis)} (${credit})`, note(text)]);
}

function articleWriter(page: Page, overview: Overview, options: WriteOptions): Writer {
  const head = frontMatter({
    title: oneLine(page.title),
    ...(page.authors && { authors: page.authors.map(oneLine) }),
    outlet: oneLine(page.outlet),
    published: dayOf(page.published),
    url: safeUrl(page.url),
    exported: localDay(options.exported),
    claims: overview.claims,
    arguments: overview.arguments,
    tags: tagsOf(overview.tags),
  });
  const title = `# ${escapeMarkdown(page.title || page.url)}`;
  const opening = blocks([title, source(page), note(pageNotesIn(options).on(page.key))]);
  return {
    head: `${head}\n${opening}`,
    slice: (annotations) =>
      byPage(annotations)
        .flatMap(({ annotations: list }) => list)
        .map((a) => `\n\n${blocks([claim(a)])}`)
        .join(''),
    foot: () => '\n',
  };
}
