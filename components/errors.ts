import { keyPart, type MessageKey, t } from './i18n';
import { templateWords } from './problem-words';

type ErrorKey = Extract<MessageKey, `error.${string}`>;

/** The catalogue's words for an error's key; empty where it has none. */
const wordsFor = (key: unknown): string =>
  typeof key === 'string' ? t(`error.${keyPart(key)}` as ErrorKey) : '';

/** What went wrong and the way out, in the reader's language, for an error's key. */
export function errorWordsOf(key: string | undefined): string {
  return wordsFor(key) || t('error.unknown');
}

/**
 * The same for anything thrown: errors of store and messages carry their `key`, those of a template their problem;
 * others only their own words.
 */
export function errorWords(thrown: unknown): string {
  const known = wordsFor((thrown as { key?: unknown } | null)?.key) || templateWords(thrown);
  if (known) return known;
  const detail = thrown instanceof Error ? thrown.message : '';
  return [t('error.unknown'), detail].filter(Boolean).join(' ');
}
