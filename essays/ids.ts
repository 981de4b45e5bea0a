import type { ArgumentId, EssayId } from './types';

/** The essay an argument's id names; without the catalogue, for a script that must stay small. */
export function essayIdOf(id: ArgumentId): EssayId {
  return id.slice(0, id.indexOf('/')) as EssayId;
}
