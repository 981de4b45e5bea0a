/** Messages for components under test, English at first, through the same `browser.i18n` as in the browser. Import it first. */
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

const messagesIn = async (language: 'en' | 'ko' | 'zh_CN') =>
  generateChromeMessages(
    await parseMessagesFile(join(import.meta.dirname, `../../../locales/${language}.yml`)),
  );

let messages = await messagesIn('en');

/** What is drawn from now on is in this language. */
export async function speak(language: 'en' | 'ko' | 'zh_CN'): Promise<void> {
  messages = await messagesIn(language);
}

Object.assign(globalThis, {
  browser: {
    runtime: { id: 'test', getURL: (path: string) => path },
    i18n: {
      getMessage: (key: string, substitutions: readonly string[] = []) =>
        (messages[key]?.message ?? '').replace(
          /\$(\d)/g,
          (_, n: string) => substitutions[Number(n) - 1] ?? '',
        ),
    },
  },
});
