import { keyPart, type MessageKey, t } from './i18n';
import { templateWords } from './problem-words';

type ErrorKey = Extract<MessageKey, `error.${string}`>;

const known: ReadonlySet<string> = new Set([
  'store-quota',
  'store-blocked',
  'store-closed',
  'store-missing',
  'store-newer',
  'store-failed',
  'failed',
  'engine-missing',
  'no-answer',
  'bad-message',
  'bad-sender',
  'unknown-message',
  'extension-gone',
  'not-yours',
  'token',
  'private-window',
]);

/** What went wrong and the way out, in the reader's language, for an error's key. */
export function errorWordsOf(key: string | undefined): string {
  return key !== undefined && known.has(key) ? t(`error.${keyPart(key)}` as ErrorKey) : t('error.unknown');
}

/**
 * The same for anything thrown: errors of store and messages carry their `key`, those of a template their problem; others
 * only their own words.
 */
export function errorWords(thrown: unknown): string {
  const key = (thrown as { key?: unknown } | null)?.key;
  if (typeof key === 'string' && known.has(key)) return errorWordsOf(key);
  const ofTemplate = templateWords(thrown);
  if (ofTemplate !== undefined) return ofTemplate;
  const detail = thrown instanceof Error ? thrown.message : '';
  return [t('error.unknown'), detail].filter(Boolean).join(' ');
}
