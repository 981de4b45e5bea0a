/**
 * The character a single-key command goes by. Under a layout of another script (a Korean one on a Mac gives `ㅓ` for J)
 * it is the letter printed on the key.
 */
export function singleKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter && /^(?!\p{Script=Latin})\p{L}$/u.test(key)) return letter.toLowerCase();
  return key.length === 1 ? key.toLowerCase() : key;
}
