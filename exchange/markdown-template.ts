/** What a reader's Markdown template can name, and the template one starts from. */
import { localDay } from '../annotations/local-day';
import type { PageNote } from '../annotations/notes';
import type { Annotation, Page } from '../annotations/types';
import { dayOf, linkOf, oneLine, STANCE_WORDS, safeUrl, VERDICT_WORDS, wellFormed } from './citation';
import { blockId, escapeMarkdown, note, obsidianTag } from './markdown';
import { fillTemplate, type Values } from './template';

/** The variables, for the page that documents them. `claim`: only inside `{{#each claims}}`. */
export const VARIABLES = {
  article: [
    'title',
    'authors',
    'outlet',
    'published',
    'url',
    'exported',
    'count',
    'pageNote',
    'tags',
    'claims',
  ],
  claim: [
    'quote',
    'stance',
    'argument',
    'thesis',
    'credit',
    'essayUrl',
    'confidence',
    'verdict',
    'note',
    'claimTags',
    'blockId',
  ],
} as const;

/** The template one starts from: an article with its claims. */
export const STARTING_TEMPLATE = `---
title: {{title|yaml}}
authors: {{authors|yaml}}
outlet: {{outlet|yaml}}
published: {{published|yaml}}
url: {{url|yaml}}
tags: [{{tags}}]
---
# {{title}}

{{#if pageNote}}
{{pageNote}}

{{/if}}
{{#each claims}}
> {{quote}}

^{{blockId}}

{{#if argument}}
**{{stance}}** [{{argument}}]({{essayUrl}}), {{credit}}
{{/if}}
{{#if note}}

{{note}}
{{/if}}

{{/each}}
`;

const namesOf = (tags: readonly string[]) => [...new Set(tags.map(obsidianTag))].filter(Boolean);

const tagsOf = (tags: readonly string[]) =>
  namesOf(tags)
    .map((tag) => `#${tag}`)
    .join(' ');

/** In front matter text stands as it is; elsewhere its marks are escaped. Both are one line. */
function claimValues(a: Annotation): Values {
  const link = linkOf(a);
  return {
    quote: escapeMarkdown(a.target.quote.exact),
    stance: link ? STANCE_WORDS[link.stance] : '',
    argument: link ? escapeMarkdown(link.label) : '',
    thesis: link ? escapeMarkdown(link.thesis) : '',
    credit: link ? escapeMarkdown(link.credit) : '',
    essayUrl: link?.url ?? '',
    confidence: link?.confidence == null ? '' : `${Math.round(link.confidence * 100)}%`,
    verdict: VERDICT_WORDS[a.verdict],
    note: note(a.note),
    claimTags: tagsOf(a.tags),
    blockId: blockId(a.id),
  };
}

/**
 * One article by a template.
 * @param options.exported ISO 8601 in UTC
 * @throws TemplateError naming the line and what is wrong with it
 */
export function articleByTemplate(
  template: string,
  page: Page,
  annotations: readonly Annotation[],
  { exported, pageNote }: { readonly exported: string; readonly pageNote?: PageNote | undefined },
): string {
  // Outside of front matter, which quotes its values itself, marks are escaped.
  const { head, rest } = splitFront(template);
  const allTags = annotations.flatMap(({ tags }) => tags);
  const values = (mark: (text: string) => string): Values => ({
    title: mark(oneLine(page.title || page.url)),
    authors: mark((page.authors ?? []).map(oneLine).join(', ')),
    outlet: mark(oneLine(page.outlet)),
    published: dayOf(page.published),
    url: safeUrl(page.url),
    exported: localDay(exported),
    count: String(annotations.length),
    pageNote: note(pageNote?.text ?? ''),
    tags: tagsOf(allTags),
    claims: annotations.map(claimValues),
  });
  // In YAML a `#` begins a comment; there the tags are what stands in a list: `[{{tags}}]`.
  const front = head
    ? fillTemplate(head, { ...values((text) => text), tags: namesOf(allTags).join(', ') })
    : '';
  return wellFormed(front + fillTemplate(rest, values(escapeMarkdown), head.split('\n').length));
}

/** A template's front matter with its closing line, and the rest. */
function splitFront(template: string): { readonly head: string; readonly rest: string } {
  const found = /^---[^\S\n]*\n[\s\S]*?\n---[^\S\n]*(\n|$)/.exec(template);
  const head = found?.[0] ?? '';
  return { head, rest: template.slice(head.length) };
}
