import type { Span } from '../types';
import { type ActorMention, findActors } from './actors/find';
import type { Role } from './actors/types';
import { stemOf } from './stems';
import { type Token, tokensOf } from './tokens';

/**
 * A step of the role-marked sentence: an actor under its role's name, or a word under its stem.
 * Marks are left out but for the few that carry meaning (`?`, quotation).
 */
export interface Unit extends Span {
  /** `<us>` for an actor, `press` for a word, `#` for a number. */
  readonly form: string;
  readonly role: Role | null;
  /** Lower-case words as written; several for an actor of several words. */
  readonly surface: string;
}

/** A sentence read as actors and words. */
export interface Reading {
  readonly units: readonly Unit[];
  readonly mentions: readonly ActorMention[];
  readonly roles: ReadonlySet<Role>;
}

/** The last few readings: a sentence is read again as its neighbours' context. */
const recent = new Map<string, Reading>();
const REMEMBERED = 32;

/**
 * Reads one sentence.
 * @param text the sentence; spans are UTF-16 code units into it
 */
export function read(text: string): Reading {
  const known = recent.get(text);
  if (known) return known;
  const reading = readAnew(text);
  recent.set(text, reading);
  const [oldest] = recent.keys();
  if (recent.size > REMEMBERED && oldest !== undefined) recent.delete(oldest);
  return reading;
}

function readAnew(text: string): Reading {
  const tokens = tokensOf(text);
  const mentions = findActors(tokens);
  const units: Unit[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; ) {
    const mention = mentions[next];
    const token = tokens[at];
    if (mention && mention.from === at) {
      const surface = text.slice(mention.start, mention.end).toLowerCase();
      units.push({
        form: `<${mention.role}>`,
        role: mention.role,
        surface,
        start: mention.start,
        end: mention.end,
      });
      at = mention.to;
      next += 1;
      continue;
    }
    const unit = token && unitOf(token);
    if (unit) units.push(unit);
    at += 1;
  }
  return { units, mentions, roles: new Set(mentions.map((mention) => mention.role)) };
}

function unitOf(token: Token): Unit | null {
  const { start, end, lower } = token;
  if (/^\d/.test(lower)) {
    const year = /^(?:19|20)\d\d$/.test(lower);
    return { form: year ? '#year' : '#', role: null, surface: lower, start, end };
  }
  if (token.word) return { form: stemOf(lower), role: null, surface: lower, start, end };
  if (lower === '?') return { form: '?', role: null, surface: lower, start, end };
  return null;
}
