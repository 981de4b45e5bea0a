/**
 * The one way to the interface's words: locales/*.yml, turned into `_locales` by the WXT module, typed by its
 * generated structure. Works wherever `browser.i18n` does: extension pages, content scripts, the background.
 */
import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '../.wxt/i18n/structure';

export const { t } = createI18n<GeneratedI18nStructure>();

export type MessageKey = keyof GeneratedI18nStructure;

/** Message keys know no hyphens: `text-gone` is kept under `text_gone`. */
export type KeyPart<S extends string> = S extends `${infer A}-${infer B}` ? KeyPart<`${A}_${B}`> : S;

/** The part of a message key that an identifier of ours has. */
export function keyPart<S extends string>(id: S): KeyPart<S> {
  return id.replaceAll('-', '_') as KeyPart<S>;
}
