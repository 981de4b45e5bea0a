import { keyPart, type MessageKey, t } from '../components/i18n';
import { MessageError } from '../messages/envelope';

/** An error in the reader's words, with the way out. */
export function problemOf(thrown: unknown): string {
  const key = thrown instanceof MessageError ? `error.${keyPart(thrown.key)}` : 'error.unknown';
  // A key the catalogue lacks gives an empty string.
  return t(key as MessageKey & 'error.unknown') || t('error.unknown');
}
