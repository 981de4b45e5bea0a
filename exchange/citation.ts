/** Words for what an export says of an annotation, the same in every format. */
import { publishedDay } from '../annotations/local-day';
import { shownOf } from '../annotations/shown';
import type { Annotation, Page, Verdict } from '../annotations/types';
import type { Stance } from '../engine/types';
import { argumentOf, essayOf } from '../essays/catalogue';
import { creditOf, paragraphLink } from '../essays/links';
import type { ArgumentId } from '../essays/types';

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  echoes: 'echoes',
  challenges: 'challenges',
  relates: 'relates to',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  found: 'found',
  confirmed: 'confirmed by the reader',
  dismissed: 'dismissed by the reader',
  added: 'added by the reader',
};

/** That the reader dismissed a claim, for formats that say nothing else of verdicts; empty where they did not. */
export function dismissalOf({ verdict }: Annotation): string {
  return verdict === 'dismissed' ? VERDICT_WORDS.dismissed : '';
}

interface Link {
  readonly argument: ArgumentId;
  readonly stance: Stance;
  /** 0 to 1; null where it is the reader's word. */
  readonly confidence: number | null;
  readonly label: string;
  readonly thesis: string;
  readonly credit: string;
  /** The essay's address at the paragraph. */
  readonly url: string;
}

/** An argument's label, in exports; that of a view the essay only reports says so. */
export function labelOf(id: ArgumentId): string {
  const { label, voice } = argumentOf(id);
  return voice === 'reported' ? `${label} (reported view)` : label;
}

type Cited = Pick<Link, 'label' | 'thesis' | 'credit' | 'url'>;
const cited = new Map<ArgumentId, Cited>();

/** What is said of an argument wherever it is named; kept, since a date takes long to put into words. */
function citedOf(id: ArgumentId): Cited {
  const known = cited.get(id);
  if (known) return known;
  const { thesis } = argumentOf(id);
  const made = { label: labelOf(id), thesis, credit: creditOf(essayOf(id)), url: paragraphLink(id) };
  cited.set(id, made);
  return made;
}

/** What an annotation is shown with; null where it has neither match nor correction. */
export function linkOf(a: Annotation): Link | null {
  const shown = shownOf(a);
  if (!shown) return null;
  const { argument, stance, confidence } = shown;
  return { argument, stance, confidence: a.correction ? null : confidence, ...citedOf(argument) };
}

/** An address that may be made a link: http and https only; else empty. A file can carry any address. */
export function safeUrl(url: string): string {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? new URL(url).href : '';
}

/** An article and what was annotated in it. */
interface ArticleGroup {
  readonly page: Page;
  readonly annotations: Annotation[];
}

/** Annotations by article: the articles in the order of first mention, an article's claims as it has them. */
export function byPage(annotations: readonly Annotation[]): ArticleGroup[] {
  const groups = new Map<string, ArticleGroup>();
  for (const a of annotations) {
    const group = groups.get(a.page.key);
    if (group) group.annotations.push(a);
    else groups.set(a.page.key, { page: a.page, annotations: [a] });
  }
  const inText = (a: Annotation, b: Annotation) => a.target.position.start - b.target.position.start;
  return [...groups.values()].map(({ page, annotations: list }) => ({
    page,
    annotations: list.sort(inText),
  }));
}

/** The day a page says it was published on, `2021-04-02`, as the library shows it; empty where there is none. */
export function dayOf(time: string): string {
  const [written = ''] = /^\d{4}-\d\d-\d\d/.exec(time) ?? [];
  return written && (publishedDay(time) || written);
}

/** Who wrote an article, where and when: what is known of these, in one line. */
export function sourceOf({ authors = [], outlet, published }: Page): string {
  return [...authors.map(oneLine), oneLine(outlet), dayOf(published)].filter(Boolean).join(', ');
}

/** In one line: line breaks, control characters and runs of white space become single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** With the replacement character for lone halves of surrogate pairs, which UTF-8 cannot write. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
