import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import type { Site } from './site';

export type BrowserName = 'chromium' | 'firefox';

interface LaunchWish {
  readonly browser: BrowserName;
  readonly executable: string;
  /** Folder of the built extension. */
  readonly extension: string;
  /** Answers for the mapped hosts. */
  readonly site: Site;
  /** Hosts mapped to the site; default: every host, so that nothing leaves the machine. */
  readonly hosts?: readonly string[];
  /** Profile folder to use and keep; default: a fresh one, thrown away. */
  readonly profile?: string;
  readonly headless?: boolean;
  /** The X display to show the browser on, e.g. `:7`; it is then not headless. */
  readonly screen?: string;
  /** Folder for downloads. */
  readonly downloads?: string;
  /** More Firefox preferences. */
  readonly preferences?: Readonly<Record<string, unknown>>;
}

export interface Launched {
  readonly browser: Browser;
  readonly name: BrowserName;
  /** The extension's id in this browser. */
  readonly extensionId: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly origin: string;
}

/** Firefox makes up an address for each extension and profile; ours is pinned so that tests can open its pages. */
const firefoxUuid = '5ca1ab1e-7193-4093-8e0a-000000000028';

/** Where the browser is shown, if it is. */
function shown({ headless = true, screen }: LaunchWish): LaunchOptions {
  return {
    headless: headless && screen === undefined,
    defaultViewport: headless && screen === undefined ? { width: 1280, height: 900 } : null,
    ...(screen !== undefined && { env: { ...process.env, DISPLAY: screen, WAYLAND_DISPLAY: undefined } }),
  };
}

const isRoot = process.getuid?.() === 0;

async function launchChromium(wish: LaunchWish): Promise<Launched> {
  const target = `127.0.0.1:${wish.site.tlsPort}`;
  const rules = (wish.hosts ?? ['*']).map((host) => `MAP ${host} ${target}`).join(',');
  const options: LaunchOptions = {
    executablePath: wish.executable,
    ...shown(wish),
    pipe: true,
    acceptInsecureCerts: true,
    enableExtensions: true,
    args: [
      `--host-resolver-rules=${rules}`,
      // Both go past the mapping, or to hosts of the browser's maker.
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      '--no-first-run',
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
    ...(wish.profile ? { userDataDir: wish.profile } : {}),
    ...(wish.downloads ? { downloadBehavior: { policy: 'allow', downloadPath: wish.downloads } } : {}),
  };
  const browser = await puppeteer.launch(options);
  const extensionId = await browser.installExtension(wish.extension);
  return { browser, name: 'chromium', extensionId, origin: `chrome-extension://${extensionId}` };
}

function firefoxProxy(wish: LaunchWish): Record<string, unknown> {
  if (!wish.hosts) {
    const entries = ['http', 'ssl'].flatMap((scheme) => [
      [`network.proxy.${scheme}`, '127.0.0.1'],
      [`network.proxy.${scheme}_port`, wish.site.proxyPort],
    ]);
    return {
      'network.proxy.type': 1,
      'network.proxy.allow_hijacking_localhost': true,
      ...Object.fromEntries(entries),
    };
  }
  const proxied = JSON.stringify(wish.hosts);
  const script = `function FindProxyForURL(url, host) { return ${proxied}.includes(host) ? 'PROXY 127.0.0.1:${wish.site.proxyPort}' : 'DIRECT'; }`;
  return {
    'network.proxy.type': 2,
    'network.proxy.autoconfig_url': `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`,
  };
}

async function launchFirefox(wish: LaunchWish): Promise<Launched> {
  const manifest = JSON.parse(readFileSync(join(wish.extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  const { id } = manifest.browser_specific_settings.gecko;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: wish.executable,
    ...shown(wish),
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...firefoxProxy(wish),
      'extensions.webextensions.uuids': JSON.stringify({ [id]: firefoxUuid }),
      // An extension loaded like this is taken out at the browser's end; what it stored must outlive that.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      ...(wish.downloads
        ? {
            'browser.download.folderList': 2,
            'browser.download.dir': wish.downloads,
            'browser.download.useDownloadDir': true,
            'browser.download.always_ask_before_handling_new_types': false,
          }
        : {}),
      ...wish.preferences,
    },
    ...(wish.profile ? { userDataDir: wish.profile } : {}),
  });
  await browser.installExtension(wish.extension);
  return { browser, name: 'firefox', extensionId: id, origin: `moz-extension://${firefoxUuid}` };
}

/**
 * Starts a browser with the extension on it and hosts mapped to the site.
 *
 * @throws when there is no build in the folder, or the browser does not start or does not take the extension.
 */
export async function launch(wish: LaunchWish): Promise<Launched> {
  if (!existsSync(join(wish.extension, 'manifest.json')))
    throw new Error(
      `No build in ${wish.extension}: npm run build${wish.browser === 'firefox' ? ':firefox' : ''} first.`,
    );
  return wish.browser === 'firefox' ? launchFirefox(wish) : launchChromium(wish);
}
