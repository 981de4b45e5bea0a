import { errorWordsOf } from '../../components/errors';
import { MessageError } from '../../messages/envelope';

/** An error in the reader's words, with the way out; of one that no message brought no more than that there is one. */
export function problemOf(thrown: unknown): string {
  return errorWordsOf(thrown instanceof MessageError ? thrown.key : undefined);
}
