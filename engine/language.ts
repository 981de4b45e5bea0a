import type { Language } from './types';

/** Languages there is an engine for. Korean and Chinese are to come, each beside `en/`. */
export const READ_LANGUAGES: readonly Language[] = ['en'];

const ENGLISH = new Set(
  'the of and to in that is was for on with as by at from it its are has have he she they his their said will not be an but which were who had would or this against after about over than into could should must can may been when'.split(
    ' ',
  ),
);

/** As much text as tells languages apart. */
const SAMPLE = 4000;

/**
 * The language of a text, by its scripts and, for Latin script, by the commonest words of English.
 * @param declared the page's own word (`lang`, BCP 47), used only where the text is too short to tell
 */
export function languageOf(text: string, declared = ''): Language {
  const sample = text.slice(0, SAMPLE);
  const count = (script: RegExp): number => sample.match(script)?.length ?? 0;
  const hangul = count(/\p{Script=Hangul}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  const letters = count(/\p{L}/gu);
  if (letters < 40) return fromTag(declared) ?? 'other';
  if (hangul > letters * 0.3) return 'ko';
  if (kana > letters * 0.1) return 'ja';
  if (han > letters * 0.3) return 'zh';
  if (latin < letters * 0.5) return 'other';
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length / words.length;
  if (english > 0.12) return 'en';
  // A sentence or two (pasted text, a flash) may have few of them: enough, unless the page names another language.
  const isNamed = declared !== '' && fromTag(declared) !== 'en';
  return english > 0.06 && words.length < 40 && !isNamed ? 'en' : 'other';
}

function fromTag(tag: string): Language | null {
  const primary = tag.toLowerCase().split('-')[0];
  return primary === 'en' || primary === 'ko' || primary === 'zh' || primary === 'ja' ? primary : null;
}
