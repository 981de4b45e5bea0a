/** Builds the screens with sample data, outside the extension, to be looked at and checked by axe. */
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const repository = join(root, '../..');
const MESSAGES = 'virtual:messages';

/** The messages of every language, as the build gives them to the browser. */
function messages(): Plugin {
  return {
    name: 'tightrope-messages',
    resolveId: (id) => (id === MESSAGES ? `\0${MESSAGES}` : null),
    async load(id) {
      if (id !== `\0${MESSAGES}`) return null;
      const languages = await Promise.all(
        ['en', 'ko', 'zh_CN'].map(async (language) => [
          language,
          generateChromeMessages(await parseMessagesFile(join(repository, 'locales', `${language}.yml`))),
        ]),
      );
      return `export default ${JSON.stringify(Object.fromEntries(languages))}`;
    },
  };
}

export default defineConfig({
  root,
  base: './',
  plugins: [preact(), messages()],
  build: { write: false, target: 'es2023' },
  logLevel: 'warn',
});
