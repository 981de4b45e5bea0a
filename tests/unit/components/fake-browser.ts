/** English messages for components under test, through the same `browser.i18n` as in the browser. Import it first. */
import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

const messages = generateChromeMessages(
  await parseMessagesFile(join(import.meta.dirname, '../../../locales/en.yml')),
);

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
