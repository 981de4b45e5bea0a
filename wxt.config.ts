import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { matchPatterns } from './page/outlets';
import { licencesText, packageFolderOf } from './scripts/package/licences';

/**
 * The strictest policy our own pages work under: scripts, workers, styles and pictures from the package, and no
 * connection to anywhere ('none' still lets the background fetch the package's own files, in both browsers).
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Folders of the packages whose code got into the build, over all of its bundles. */
const shipped = new Set<string>();
const noteShipped: Plugin = {
  name: 'tightrope:licences',
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle)) {
      const modules = output.type === 'chunk' ? Object.entries(output.modules) : [];
      for (const [id, { renderedLength }] of modules) {
        const folder = renderedLength > 0 ? packageFolderOf(id) : undefined;
        if (folder) shipped.add(folder);
      }
    }
  },
};

/** Scripts whose first run on a page calls most of what is in them. */
const CALLED_AT_ONCE = ['sentinel.js', 'annotator.js'];
/**
 * Tells Chromium (from version 136) to compile all of such a script at once, instead of skimming its functions first
 * and reading each again when it is called.
 * @see https://v8.dev/blog/explicit-compile-hints
 */
const compileHints: Plugin = {
  name: 'tightrope:compile-hints',
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle))
      if (output.type === 'chunk' && CALLED_AT_ONCE.includes(output.fileName))
        output.code = `//# allFunctionsCalledOnLoad\n${output.code}`;
  },
};

/**
 * `import start from './x.worker?start'`: a module that becomes an entry of the pages' own bundle, and a function that
 * starts it as a worker. Vite's own workers are bundled apart, each with its copy of what it shares with the pages.
 */
const workers: Plugin = {
  name: 'tightrope:workers',
  apply: 'build',
  async resolveId(source, importer) {
    if (!source.endsWith('?start')) return undefined;
    const module = await this.resolve(source.slice(0, -'?start'.length), importer);
    return module && `${module.id}?start`;
  },
  load(id) {
    if (!id.endsWith('?start')) return undefined;
    const file = this.emitFile({ type: 'chunk', id: id.slice(0, -'?start'.length) });
    return `export default () => new Worker(import.meta.ROLLUP_FILE_URL_${file}, { type: 'module' });`;
  },
};

/**
 * Suggested keys; the names are those of services/tabs/gestures.ts. Chromium takes four suggestions at most, and drops one
 * without a word where it is a key of its own (Alt+Shift with A, B, C, N, P, R, T, W, X or Z, in version 156). In
 * Firefox, outside of macOS, its menus go first: Alt+Shift with B, E, F, H, P, S, T or V opens one.
 */
const commands = {
  'annotate-page': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_command_annotate__' },
  'next-claim': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_next__' },
  'previous-claim': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_previous__' },
  'link-selection': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_link__' },
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  vite: () => ({
    plugins: [preact(), noteShipped, compileHints, workers],
    resolve: { alias: { '@wxt-dev/browser': join(import.meta.dirname, 'components/extension-api.ts') } },
  }),
  hooks: {
    'build:done': ({ config }) => {
      writeFileSync(join(config.outDir, 'licences.txt'), licencesText(shipped));
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // Each is justified in docs/privacy.md.
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: matchPatterns(),
    // Unlisted in WXT's eyes: its wrapper for content scripts would bring the polyfill and a message to the page.
    // In all frames, because a page may be a shell around its article; in others' frames it ends with its first line.
    content_scripts: [
      { matches: matchPatterns(), js: ['sentinel.js'], run_at: 'document_idle', all_frames: true },
    ],
    optional_host_permissions: ['*://*/*'],
    commands,
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    // The note editor's frame, which stands in the card on a news page.
    web_accessible_resources: [
      {
        resources: ['note.html'],
        matches: ['*://*/*'],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'tightrope@tightrope.example',
              // CSS Custom Highlights.
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // light-dark() in our styles; the side panel came with 116.
        { minimum_chrome_version: '123' }),
  }),
});
