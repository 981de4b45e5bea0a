/** Enough of `browser` for components: messages of the language named in the address. Imported before anything else. */
import catalogues from 'virtual:messages';

const language = new URLSearchParams(location.search).get('lang') ?? 'en';
const messages = catalogues[language] ?? {};

Object.assign(globalThis, {
  browser: {
    runtime: { id: 'preview', getURL: (path: string) => path },
    i18n: {
      getMessage(key: string, substitutions: readonly string[] = []) {
        const text = messages[key]?.message ?? '';
        return text.replace(/\$(\d)/g, (_, n: string) => substitutions[Number(n) - 1] ?? '');
      },
    },
  },
});
