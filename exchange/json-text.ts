import type { Problem } from './problems';

/** What a text in JSON says, with or without a byte order mark; or why it says nothing, and where. */
export function jsonIn(text: string): { readonly file: unknown } | { readonly problem: Problem } {
  const plain = text.replace(/^\ufeff/, '');
  try {
    return { file: JSON.parse(plain) };
  } catch {
    const at = jsonBreak(plain);
    const before = plain.slice(0, at).split('\n');
    const line = String(before.length);
    if (at === plain.length) return { problem: { key: 'cut-off', values: [line] } };
    return { problem: { key: 'no-json', values: [line, String((before.at(-1) ?? '').length + 1)] } };
  }
}

const SPACE = /[ \t\n\r]*/y;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none of them in a string.
const LETTERS = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/**
 * Where a text stops being JSON (RFC 8259). What `JSON.parse` throws is in the browser's English, and names the place
 * in some cases only.
 * @returns an offset in UTF-16 code units, the text's length where it only lacks its end; -1 where it is JSON
 */
export function jsonBreak(text: string): number {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const isThere = pattern.test(text);
    if (isThere) at = pattern.lastIndex;
    return isThere;
  };
  const sign = (one: string): boolean => {
    const isThere = text[at] === one;
    if (isThere) at += 1;
    return isThere;
  };
  const string = (): boolean => {
    if (!sign('"')) return false;
    do take(LETTERS);
    while (take(ESCAPE));
    return sign('"');
  };
  /** What closes the brackets that are open. */
  const open: ('}' | ']')[] = [];
  let wanted: 'value' | 'name' | 'colon' | 'comma' = 'value';
  let isFirst = false;
  for (;;) {
    take(SPACE);
    const closing = open.at(-1);
    if (wanted === 'comma' && !closing) return at === text.length ? -1 : at;
    const mayClose = wanted === 'comma' || isFirst;
    isFirst = false;
    if (mayClose && closing && sign(closing)) {
      open.pop();
      wanted = 'comma';
    } else if (wanted === 'comma') {
      if (!sign(',')) return at;
      wanted = closing === '}' ? 'name' : 'value';
    } else if (wanted === 'colon') {
      if (!sign(':')) return at;
      wanted = 'value';
    } else if (wanted === 'name') {
      if (!string()) return at;
      wanted = 'colon';
    } else if (sign('{')) {
      open.push('}');
      wanted = 'name';
      isFirst = true;
    } else if (sign('[')) {
      open.push(']');
      isFirst = true;
    } else if (string() || take(WORD)) wanted = 'comma';
    else return at;
  }
}
