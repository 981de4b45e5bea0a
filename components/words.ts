/** The domain's identifiers in the reader's language. */
import { publishedDay } from '../annotations/local-day';
import type { Anchor, AnchorState, Page, Verdict } from '../annotations/types';
import type { Role } from '../engine/en/actors/types';
import type { Stance } from '../engine/types';
import { argumentOf, essayOf } from '../essays/catalogue';
import { creditOf } from '../essays/links';
import type { ArgumentId, EssayId, InverseRelationType, RelationType } from '../essays/types';
import { keyPart, type MessageKey, t } from './i18n';

type ArgumentKey = Extract<MessageKey, `argument.${string}`>;

/** BCP 47 tag of the language the interface is in (not the browser's, where we lack that one). */
export const uiLocale = (): string => t('common.locale');

const argumentKey = (id: ArgumentId, part: 'label' | 'thesis') =>
  `argument.${id.replace('/', '.').replaceAll('-', '_')}.${part}` as ArgumentKey;

/** Sentences as a paragraph; Chinese sets them without a space. */
export const joinSentences = (sentences: readonly string[]): string =>
  sentences.join(uiLocale().startsWith('zh') ? '' : ' ');

/** An argument's short name. */
export const argumentLabel = (id: ArgumentId): string => t(argumentKey(id, 'label'));

/** An argument's one-sentence statement. */
export const argumentThesis = (id: ArgumentId): string => t(argumentKey(id, 'thesis'));

export const essayName = (id: EssayId): string => t(`essay.${id}`);

/** "Robert Kelly, CGTN, 2 April 2021", with the date in the interface's language. */
export const essayCredit = (id: ArgumentId | EssayId): string => creditOf(essayOf(id), uiLocale());

/** Does the essay report this thesis as the view of others? */
export const isReported = (id: ArgumentId): boolean => argumentOf(id).voice === 'reported';

/** An argument's short name where nothing else tells whose view it is: one the essay only reports says so. */
export const argumentName = (id: ArgumentId): string =>
  isReported(id) ? t('essay.reportedName', [argumentLabel(id)]) : argumentLabel(id);

/** A page's title, also where it has none. */
export const titleName = ({ title }: Pick<Page, 'title'>): string => title || t('library.untitled');

/** Where a page is from: its outlet, or that it is a text the reader pasted. */
export const sourceName = ({ url, outlet }: Pick<Page, 'url' | 'outlet'>): string =>
  url === '' ? t('library.pasted') : outlet;

/** Facts side by side; those that are missing are left out. */
export const factsLine = (facts: readonly (string | undefined)[]): string =>
  facts.filter(Boolean).join(' · ');

/** An outlet, also where a page names none. */
export const outletName = (outlet: string): string => outlet || t('library.noOutlet');

export const stanceName = (stance: Stance): string => t(`stance.${stance}`);
export const stanceHint = (stance: Stance): string => t(`stance.${stance}Hint`);
/** "3 echoes", "1 challenge", "2 related". */
export const stanceCount = (stance: Stance, count: number): string => t(`stance.${stance}Count`, count);
export const verdictName = (verdict: Verdict): string => t(`verdict.${verdict}`);
export const anchorName = (state: AnchorState): string => t(`anchor.${state}`);

/** Why an anchor is uncertain or lost; empty where it gives no reason. */
export const anchorReason = (reason: Anchor['reason']): string =>
  reason ? t(`anchor.reason.${keyPart(reason)}`) : '';

export const relationName = (type: RelationType | InverseRelationType): string =>
  t(`relation.${keyPart(type)}`);

/** The engine's roles of actors as names. */
const ACTORS: Readonly<Record<Role, () => string>> = {
  korea: () => t('actor.korea'),
  dprk: () => t('actor.dprk'),
  us: () => t('actor.us'),
  china: () => t('actor.china'),
  japan: () => t('actor.japan'),
  india: () => t('actor.india'),
  russia: () => t('actor.russia'),
  taiwan: () => t('actor.taiwan'),
  pakistan: () => t('actor.pakistan'),
  europe: () => t('actor.europe'),
  otherland: () => t('actor.otherland'),
  peninsula: () => t('actor.peninsula'),
  usfk: () => t('actor.usfk'),
  thaad: () => t('actor.thaad'),
  quad: () => t('actor.quad'),
  bloc: () => t('actor.bloc'),
  pact: () => t('actor.pact'),
  caatsa: () => t('actor.caatsa'),
  rusarms: () => t('actor.rusarms'),
  rusforum: () => t('actor.rusforum'),
  koreafirm: () => t('actor.koreafirm'),
  koreaparty: () => t('actor.koreaparty'),
  powers: () => t('actor.powers'),
};

/** The engine's role of an actor as a name; one we have no word for, of another version, as it is written. */
export function actorName(role: string): string {
  return Object.hasOwn(ACTORS, role) ? ACTORS[role as Role]() : role;
}

/** A calibrated probability in words. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 0.9) return t('confidence.almostCertain');
  if (confidence >= 0.75) return t('confidence.likely');
  if (confidence >= 0.5) return t('confidence.fair');
  if (confidence >= 0.3) return t('confidence.open');
  return t('confidence.weak');
}

/** "72 in 100". */
export const confidenceFigure = (confidence: number): string =>
  t('confidence.figure', [Math.round(confidence * 100)]);

/** A language's name, such as "Korean" for `ko`; in the interface's language. */
export function languageName(tag: string): string {
  try {
    const name = new Intl.DisplayNames(uiLocale(), { type: 'language', fallback: 'none' }).of(tag);
    if (name && tag !== 'other') return name;
  } catch {
    // Not a language tag: pages declare all sorts of things.
  }
  return t('language.other');
}

/**
 * A day in words; what is no date is returned as it came. A day alone, or a time with its offset from UTC, is the day
 * of whoever wrote it; a time in UTC is the reader's.
 */
export function dateWords(iso: string): string {
  const day = Date.parse(publishedDay(iso));
  if (Number.isNaN(day)) return iso;
  return new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
}

/** A time of day, with the day where it is not today. */
export function timeWords(iso: string, now = new Date()): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const today = date.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(uiLocale(), {
    timeStyle: 'short',
    ...(today ? {} : { dateStyle: 'medium' }),
  }).format(date);
}

/** A title without the double quotation marks around all of it, to be put between such marks of ours. */
export function unquoted(title: string): string {
  return /^["“„«]([^"“”„«»]*)["”“»]$/.exec(title.trim())?.[1] ?? title;
}
