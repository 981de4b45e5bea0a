import type { Span } from '../../types';
import { type Token, tokensOf } from '../tokens';
import { koreanActors } from './korea';
import { powerActors } from './powers';
import type { ActorNames, Role } from './types';
import { notActors, worldActors } from './world';

/** A name found in the text: token range `[from, to)` and the same in UTF-16 code units. */
export interface ActorMention extends Span {
  readonly role: Role;
  readonly from: number;
  readonly to: number;
}

type Care = 'plain' | 'exact' | 'surnames' | 'blocker';

interface Name {
  readonly words: readonly string[];
  readonly role: Role | null;
  readonly care: Care;
}

/** Names by the lower-cased first token, longest first; exact before plain where equally long. */
const index: ReadonlyMap<string, readonly Name[]> = buildIndex();

function buildIndex(): Map<string, Name[]> {
  const names: Name[] = [...split(notActors, null, 'blocker')];
  for (const actor of [...koreanActors, ...powerActors, ...worldActors] satisfies ActorNames[]) {
    names.push(...split(actor.plain, actor.role, 'plain'));
    names.push(...split(actor.exact, actor.role, 'exact'));
    names.push(...split(actor.surnames, actor.role, 'surnames'));
  }
  const map = new Map<string, Name[]>();
  for (const name of names) {
    const key = (name.words[0] ?? '').toLowerCase();
    map.set(key, [...(map.get(key) ?? []), name]);
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length);
  return map;
}

function split(names: string | undefined, role: Role | null, care: Care): Name[] {
  return (names ?? '')
    .split('|')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({
      // In capitals, since only so are "u.s." and the like cut as one token.
      words:
        care === 'plain' || care === 'blocker'
          ? tokensOf(name.toUpperCase()).map((token) => token.lower)
          : tokensOf(name).map((token) => token.text),
      role,
      care,
    }));
}

const startsUpper = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);

function fits(name: Name, tokens: readonly Token[], at: number): boolean {
  if (at + name.words.length > tokens.length) return false;
  const asWritten = name.care === 'exact' || name.care === 'surnames';
  for (let i = 0; i < name.words.length; i++) {
    const token = tokens[at + i];
    const have = asWritten ? token?.text : token?.lower;
    // "U.S" at the end of a sentence and "U.S." are the same name.
    if (have !== name.words[i] && !(have === `${name.words[i]}.` && name.words[i]?.includes('.')))
      return false;
  }
  if (name.care !== 'surnames') return true;
  return (
    !startsUpper(tokens[at + 1]) &&
    (at === 0 || !startsUpper(tokens[at - 1]) || tokens[at - 1]?.text.length === 1)
  );
}

/**
 * Finds states and what stands for them: the longest name at each place, none inside another.
 * @returns mentions in order; offsets are those of the tokens' text
 */
export function findActors(tokens: readonly Token[]): ActorMention[] {
  const mentions: ActorMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at];
    const name = first && index.get(first.lower)?.find((candidate) => fits(candidate, tokens, at));
    const last = name && tokens[at + name.words.length - 1];
    if (!name || !first || !last) {
      at += 1;
      continue;
    }
    const to = at + name.words.length;
    if (name.role) mentions.push({ role: name.role, from: at, to, start: first.start, end: last.end });
    at = to;
  }
  return mentions;
}
