/** A report to print, to keep or to open in a word processor: one file, nothing loaded from anywhere. */
import { localDay } from '../annotations/local-day';
import type { ArgumentNote } from '../annotations/notes';
import type { Annotation, Page } from '../annotations/types';
import { STANCES, type Stance } from '../engine/types';
import { arguments_, essayOf } from '../essays/catalogue';
import { creditOf, paragraphLink } from '../essays/links';
import type { Argument } from '../essays/types';
import {
  byPage,
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
import { articlesIn, joining, type OpenWriter, pageNotesIn } from './writer';

const COLOURS: Readonly<Record<Stance, string>> = {
  echoes: '#2c6e49',
  challenges: '#b3422f',
  relates: '#5b6472',
};

const STYLE = `
:root { color-scheme: light; }
body { font: 11pt/1.5 Georgia, 'Noto Serif', serif; color: #1b1b1f; max-width: 46em; margin: 3em auto; padding: 0 1.5em; }
h1, h2, h3, th, .facts, figcaption { font-family: system-ui, sans-serif; line-height: 1.25; }
h1 { font-size: 1.8em; margin-bottom: 0; } h2 { font-size: 1.25em; margin-top: 2.2em; border-bottom: 1px solid #ccc; }
table { border-collapse: collapse; width: 100%; font-size: .9em; } th, td { text-align: left; padding: .25em .6em .25em 0; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; } thead th { border-bottom: 1px solid #888; font-weight: 600; }
.bar { display: block; width: 12em; height: .8em; } blockquote { margin: 1.4em 0 .3em; padding-left: 1em; border-left: 3px solid #999; }
article, h2 { break-inside: avoid; } h2, h3, section > .facts { break-after: avoid; }
.facts { color: #555; font-size: .85em; margin: .2em 0; } .note { white-space: pre-wrap; }
.echoes { border-color: ${COLOURS.echoes}; } .challenges { border-color: ${COLOURS.challenges}; border-left-style: double; }
.relates { border-color: ${COLOURS.relates}; border-left-style: dashed; }
@media print {
  body { margin: 0; max-width: none; } a { color: inherit; }
  h2 a::after { content: attr(href); display: block; font-size: .6em; font-weight: 400; overflow-wrap: anywhere; }
}`;

/** Text as HTML shows it, in content and in quoted attributes. */
function escapeHtml(text: string): string {
  return wellFormed(text)
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd');
}

/** A note of the reader's. Its lines end in tags: word processors know nothing of `white-space`. */
function noteIn(text: string): string {
  return (
    text &&
    `<p class="note">${text
      .trim()
      .split(/\r\n?|\n/)
      .map(escapeHtml)
      .join('<br>')}</p>`
  );
}

function anchor(text: string, url: string): string {
  const safe = safeUrl(url);
  return safe ? `<a href="${escapeHtml(safe)}" rel="noreferrer">${escapeHtml(text)}</a>` : escapeHtml(text);
}

interface Count extends Readonly<Record<Stance, number>> {
  readonly argument: Argument;
  readonly total: number;
}

function countsIn({ stances }: Overview): Count[] {
  return arguments_.flatMap((argument) => {
    const counts = stances.get(argument.id);
    return counts ? [{ argument, ...counts, total: STANCES.reduce((sum, one) => sum + counts[one], 0) }] : [];
  });
}

/** A bar of the three stances, drawn to the scale of the largest; the numbers stand beside it. */
function bar(count: Count, largest: number): string {
  let x = 0;
  const parts = STANCES.map((stance) => {
    const width = (count[stance] / largest) * 100;
    const part = `<rect x="${x.toFixed(2)}" width="${width.toFixed(2)}" height="8" fill="${COLOURS[stance]}"/>`;
    x += width;
    return part;
  });
  return `<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}

function chart(overview: Overview): string {
  const counts = countsIn(overview);
  if (!counts.length) return '';
  const largest = Math.max(...counts.map(({ total }) => total));
  const headings = STANCES.map((stance) => `<th>${STANCE_WORDS[stance]}</th>`);
  return `<h2>Arguments</h2>
<table><thead><tr><th>Argument</th><th></th>${headings.join('')}</tr></thead>
<tbody>${counts.map((count) => chartRow(count, largest)).join('\n')}</tbody></table>`;
}

function chartRow(count: Count, largest: number): string {
  const { id } = count.argument;
  const name = `${escapeHtml(labelOf(id))}<br><small>${escapeHtml(creditOf(essayOf(id)))}</small>`;
  const numbers = STANCES.map((stance) => `<td class="number">${count[stance]}</td>`);
  return `<tr><td>${name}</td>\n<td>${bar(count, largest)}</td>${numbers.join('')}</tr>`;
}

/** The reader's notes on arguments. */
function notesOnArguments(notes: readonly ArgumentNote[]): string {
  const written = notes.filter(({ text }) => text);
  if (!written.length) return '';
  const list = written.map(
    ({ argument, text }) => `<h3>${anchor(labelOf(argument), paragraphLink(argument))}</h3>${noteIn(text)}`,
  );
  return `<section><h2>Notes on the arguments</h2>\n${list.join('\n')}</section>\n`;
}

function claim(a: Annotation): string {
  const link = linkOf(a);
  const about = link
    ? `<strong>${STANCE_WORDS[link.stance]}</strong> ${anchor(link.label, link.url)}: ${escapeHtml(link.thesis)} (${escapeHtml(link.credit)})`
    : '';
  const facts = [
    link?.confidence != null ? `${Math.round(link.confidence * 100)}% sure` : '',
    VERDICT_WORDS[a.verdict],
    a.tags.map(oneLine).join(', '),
  ].filter(Boolean);
  return `<article><blockquote class="${link?.stance ?? ''}">${escapeHtml(oneLine(a.target.quote.exact))}</blockquote>
<p>${about}</p><p class="facts">${escapeHtml(facts.join(' · '))}</p>${noteIn(a.note)}</article>`;
}

/** Annotations as one HTML file: counts by argument and stance, then every claim by article. */
export const htmlWriter: OpenWriter = (overview, options) => {
  const { exported, argumentNotes = [] } = options;
  const notes = pageNotesIn(options);
  const join = joining('\n');
  const section = (page: Page, onPage: string, annotations: readonly Annotation[]) =>
    `<section><h2>${anchor(oneLine(page.title) || page.url, page.url)}</h2>
<p class="facts">${escapeHtml(sourceOf(page))}</p>
${onPage && `${noteIn(onPage)}\n`}${annotations.map(claim).join('\n')}</section>`;
  return {
    head: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Tightrope notes, ${localDay(exported)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${STYLE}</style></head><body>
<h1>Tightrope notes</h1><p class="facts">${localDay(exported)} · claims: ${overview.claims} · articles: ${articlesIn(overview, options)}</p>
${chart(overview)}
${notesOnArguments(argumentNotes)}`,
    slice: (annotations) =>
      join(byPage(annotations).map(({ page, annotations: list }) => section(page, notes.on(page.key), list))),
    foot: () => `${join(notes.others().map(({ page, text }) => section(page, text, [])))}\n</body></html>\n`,
  };
};
