/** Korean, Chinese and Japanese as the search takes them: characters among which no blanks set words apart. */
export const CJK_RUN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** Whether a text is one run of such characters. */
export const isCjk = (text: string): boolean => text.match(CJK_RUN)?.[0] === text;
