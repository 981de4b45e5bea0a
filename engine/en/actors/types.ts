/**
 * What a name stands for in a sentence about states. Capitals, leaders, ministries and metonyms all take
 * the role of their state, so that "Washington urged Seoul" and "the Biden administration pressed South
 * Korea" look alike and "Beijing urged Seoul" does not.
 */
export type Role =
  | 'korea'
  | 'dprk'
  | 'us'
  | 'china'
  | 'japan'
  | 'india'
  | 'russia'
  | 'taiwan'
  | 'pakistan'
  | 'europe'
  | 'otherland'
  | 'peninsula'
  | 'usfk'
  | 'thaad'
  | 'quad'
  | 'bloc'
  | 'pact'
  | 'caatsa'
  | 'rusarms'
  | 'rusforum'
  | 'koreafirm'
  | 'koreaparty'
  | 'powers';

/** Roles that can act: states and what speaks for them. */
export const STATE_ROLES: ReadonlySet<Role> = new Set<Role>([
  'korea',
  'dprk',
  'us',
  'china',
  'japan',
  'india',
  'russia',
  'taiwan',
  'pakistan',
  'europe',
  'otherland',
]);

/**
 * Names of one role, separated by `|`.
 * - plain: any case ("south korea", "SOUTH KOREA");
 * - `exact`: only as written ("US", "Moon");
 * - `surnames`: as written, and not beside another capitalised word ("Lee", not "Lee Hsien Loong").
 */
export interface ActorNames {
  readonly role: Role;
  readonly plain?: string;
  readonly exact?: string;
  readonly surnames?: string;
}
