import { plainHost } from '../../annotations/address';
import { resolveReferences } from '../../annotations/character-references';
import { outletOf } from '../outlets';
import { bylineIn, linkedAuthors, META_NAMES, metaAuthors } from './authors';
import { isoDate } from './iso-date';
import { addressIn } from './scope';

/** What a page says about itself. Strings are trimmed; empty where the page does not say. */
export interface Metadata {
  readonly title: string;
  /** Names, as the page writes them. */
  readonly authors: readonly string[];
  /** ISO 8601. */
  readonly published: string;
  readonly outlet: string;
  /** Absolute address of the canonical link, unchecked. */
  readonly canonical: string;
  /** BCP 47 tag as declared, lower case. */
  readonly language: string;
}

interface LinkedData {
  readonly [key: string]: unknown;
}

/**
 * Reads title, authors, date, outlet, canonical address and language from a document's head, JSON-LD and headline.
 * @param former what was read for another article in the same document: a page that goes on by itself often leaves the
 *   head as it was, so what still says the same of title, authors, date and canonical address is not believed.
 */
export function readMetadata(document: Document, former?: Metadata): Metadata {
  const metas = [...document.querySelectorAll('meta')];
  const named = contentsOf(metas);
  const meta = (...names: string[]): string => {
    for (const name of names) {
      const content = named.get(name);
      if (content) return content;
    }
    return '';
  };
  const first = (stale: string | undefined, ...values: string[]): string =>
    values.find((value) => value !== '' && value !== stale) ?? '';
  const article = linkedArticle(document);
  const host = document.location?.hostname ?? '';
  const site = meta('og:site_name', 'application-name');
  const outlet = clean(outletOf(host)?.name || site || publisherName(article) || plainHost(host));
  const isNew = (names: readonly string[]) => names.length > 0 && names.join() !== former?.authors.join();
  const authors = (): string[] => {
    for (const look of [
      () => linkedAuthors(article?.author),
      () => metaAuthors(metas),
      () => bylineIn(document),
    ]) {
      const names = look();
      if (isNew(names)) return names;
    }
    return [];
  };
  return {
    title: first(
      former?.title,
      ...[
        text(article?.headline),
        meta('og:title', 'twitter:title', 'dc.title'),
        document.querySelector('h1')?.textContent ?? '',
        document.title,
      ].map(clean),
    ),
    authors: without(outlet, authors()),
    published: first(
      former?.published,
      ...[
        text(article?.datePublished),
        meta(
          'article:published_time',
          'datePublished',
          'og:article:published_time',
          'pubdate',
          'publishdate',
          'parsely-pub-date',
          'sailthru.date',
          'citation_publication_date',
          'citation_online_date',
          'citation_date',
          'dc.date.issued',
          'dc.date',
          'date',
        ),
        document
          .querySelector('article time[datetime], main time[datetime], time[datetime]')
          ?.getAttribute('datetime') ?? '',
      ].map(isoDate),
    ),
    outlet,
    canonical: first(
      former?.canonical,
      absolute(document.querySelector('link[rel~="canonical"]')?.getAttribute('href'), document.baseURI),
    ),
    language: clean(
      document.documentElement.lang || meta('og:locale', 'language', 'content-language'),
    ).toLowerCase(),
  };
}

/**
 * What one of several articles in a document says of itself; outlet and language are the page's.
 * @param article the element that holds it
 * @param head what was read for the document
 */
export function metadataIn(article: Element, head: Metadata): Metadata {
  const heading = article.querySelector('h1, [itemprop~="headline"], h2, h3');
  const time = article.querySelector('time[datetime]')?.getAttribute('datetime') ?? '';
  const published = article.querySelector('meta[itemprop~="datePublished"]')?.getAttribute('content') ?? time;
  const canonical = addressIn(article);
  const title = clean(heading?.textContent ?? '');
  // The head may be about this one, or about another of them.
  const isOurs = canonical ? canonical === head.canonical : isSameTitle(title, head.title);
  const authors = without(head.outlet, bylineIn(article));
  return {
    ...head,
    title: title || head.title,
    authors: authors.length > 0 ? authors : isOurs ? head.authors : [],
    published: isoDate(published) || (isOurs ? head.published : ''),
    canonical: canonical || (isOurs ? head.canonical : ''),
  };
}

/** An outlet that names itself as the author says no more than the outlet. */
const without = (outlet: string, names: readonly string[]) =>
  names.filter((name) => name.toLowerCase() !== outlet.toLowerCase());

/** Whether a headline is that of a head, which may add the site's name or leave out a subtitle. */
function isSameTitle(headline: string, title: string): boolean {
  return headline !== '' && title !== '' && (title.includes(headline) || headline.includes(title));
}

/** What meta elements say, by name; of two with one name the first. */
function contentsOf(metas: readonly Element[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const element of metas) {
    const content = element.getAttribute('content');
    if (content === null) continue;
    for (const attribute of META_NAMES) {
      const name = element.getAttribute(attribute);
      if (name && !named.has(name)) named.set(name, content.trim());
    }
  }
  return named;
}

/** The first article of the page's JSON-LD; broken JSON-LD is common and skipped. */
function linkedArticle(document: Document): LinkedData | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const found = articleIn(JSON.parse(script.textContent ?? ''), 0);
      if (found) return found;
    } catch {
      // Not JSON: the other sources remain.
    }
  }
  return undefined;
}

/** The first article in parsed JSON-LD, however it is nested. */
function articleIn(data: unknown, depth: number): LinkedData | undefined {
  if (depth > 4 || typeof data !== 'object' || data === null) return undefined;
  if (Array.isArray(data)) {
    for (const item of data) {
      const found = articleIn(item, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  const record = data as LinkedData;
  const types = [record['@type']].flat().map(String);
  if (types.some((type) => /(Article|Posting|Report|Review)$/.test(type))) return record;
  return articleIn(record['@graph'] ?? record.mainEntity, depth + 1);
}

function publisherName(article: LinkedData | undefined): string {
  const publisher = article?.publisher;
  return typeof publisher === 'object' && publisher !== null ? text((publisher as LinkedData).name) : '';
}

function absolute(href: string | null | undefined, base: string): string {
  if (!href) return '';
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : '';
  } catch {
    return '';
  }
}

/** A text of the JSON-LD. */
function text(value: unknown): string {
  return typeof value === 'string' ? resolveReferences(value) : '';
}

function clean(value: string): string {
  return value.replace(/\s+/g, ' ').trim().slice(0, 500);
}
