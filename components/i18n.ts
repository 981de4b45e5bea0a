/**
 * The one way to the interface's words: locales/*.yml, turned into `_locales` by the WXT module, typed by its
 * generated structure. Works wherever `browser.i18n` does: extension pages, content scripts, the background.
 */
import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '../.wxt/i18n/structure';

const { t: wordsOf } = createI18n<GeneratedI18nStructure>();

/** A number as the interface's language writes it: 60,010. */
export const numberWords = (number: number): string =>
  new Intl.NumberFormat(wordsOf('common.locale')).format(number);

/** The words of a key, with a count to choose their form by, and what fills their gaps. */
export const t = ((key: MessageKey, ...given: readonly unknown[]) => {
  const count = given.find((one) => typeof one === 'number');
  const gaps: readonly unknown[] = given.find(Array.isArray) ?? (count === undefined ? [] : [count]);
  const filled = gaps.map((gap) => (typeof gap === 'number' ? numberWords(gap) : String(gap)));
  return (wordsOf as (key: MessageKey, ...given: unknown[]) => string)(key, count, filled);
}) as typeof wordsOf;

export type MessageKey = keyof GeneratedI18nStructure;

/** Message keys know no hyphens: `text-gone` is kept under `text_gone`. */
type KeyPart<S extends string> = S extends `${infer A}-${infer B}` ? KeyPart<`${A}_${B}`> : S;

/** The part of a message key that an identifier of ours has. */
export function keyPart<S extends string>(id: S): KeyPart<S> {
  return id.replaceAll('-', '_') as KeyPart<S>;
}
