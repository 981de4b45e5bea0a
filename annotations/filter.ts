import type { Stance } from '../engine/types';
import { essayOf } from '../essays/catalogue';
import type { ArgumentId, EssayId } from '../essays/types';
import type { Listed } from './listed';
import { publishedDay } from './local-day';
import { linksOf } from './shown';
import { isMine } from './touched';
import type { AnchorState, Verdict } from './types';

/** Which annotations to take: all conditions must hold; of a list, any entry may. An absent condition holds. */
export interface AnnotationFilter {
  readonly essay?: EssayId;
  readonly arguments?: readonly ArgumentId[];
  /** With `essay` or `arguments`: the stance towards those. */
  readonly stances?: readonly Stance[];
  readonly verdicts?: readonly Verdict[];
  readonly anchors?: readonly AnchorState[];
  readonly outlets?: readonly string[];
  readonly tags?: readonly string[];
  readonly pageKey?: string;
  /** Only what the reader confirmed, corrected, added or wrote on. */
  readonly mine?: true;
  /** ISO 8601, compared with `created`: from (included) to (excluded). */
  readonly from?: string;
  readonly to?: string;
  /** Days such as `2026-03-01`, both included; what names no day of its publication is not among them. */
  readonly publishedFrom?: string;
  readonly publishedTo?: string;
  /** Least confidence of the link, 0 to 1; what the reader has linked always passes. */
  readonly confidence?: number;
  /** Words that all must occur, in any case, in claim, note, tags, title or outlet. */
  readonly text?: string;
}

/** What the text of a filter is looked for in, lower-cased. */
function searchable(a: Listed): string {
  return [a.target.quote.exact, a.note, ...a.tags, a.page.title, a.page.outlet].join('\n').toLowerCase();
}

/** Whether a list of wanted values is absent, empty or holds the value. */
function wanted<T>(list: readonly T[] | undefined, value: T): boolean {
  return !list?.length || list.includes(value);
}

/** Whether an annotation passes a filter. */
export function matchesFilter(a: Listed, filter: AnnotationFilter): boolean {
  if (filter.pageKey !== undefined && a.page.key !== filter.pageKey) return false;
  if (filter.mine && !isMine(a)) return false;
  if (!wanted(filter.verdicts, a.verdict) || !wanted(filter.anchors, a.anchor.state)) return false;
  if (!wanted(filter.outlets, a.page.outlet)) return false;
  if (filter.tags?.length && !filter.tags.some((tag) => a.tags.includes(tag))) return false;
  if (filter.from !== undefined && a.created < filter.from) return false;
  if (filter.to !== undefined && a.created >= filter.to) return false;
  return isPublished(a, filter) && matchesLinks(a, filter) && matchesText(a, filter.text);
}

function isPublished({ page }: Listed, { publishedFrom, publishedTo }: AnnotationFilter): boolean {
  if (publishedFrom === undefined && publishedTo === undefined) return true;
  const day = publishedDay(page.published);
  return day !== '' && day >= (publishedFrom ?? day) && day <= (publishedTo ?? day);
}

function matchesLinks(a: Listed, { essay, arguments: ids, stances, confidence }: AnnotationFilter): boolean {
  if (!essay && !ids?.length && !stances?.length && confidence === undefined) return true;
  return linksOf(a).some(
    (link) =>
      (!essay || essayOf(link.argument).id === essay) &&
      wanted(ids, link.argument) &&
      wanted(stances, link.stance) &&
      link.confidence >= (confidence ?? 0),
  );
}

function matchesText(a: Listed, text: string | undefined): boolean {
  const words = text?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  if (!words.length) return true;
  const hay = searchable(a);
  return words.every((word) => hay.includes(word));
}
