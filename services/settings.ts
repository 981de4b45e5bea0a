/** The reader's settings, in storage.local. Readable from every page of ours and from the background. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { plainHost } from '../annotations/address';
import { argumentSchema, timeSchema } from '../annotations/schemas';
import { DEFAULT_SETTINGS, isOfSite, type Settings, TEMPLATE_LENGTH } from '../annotations/settings';

const KEY = 'settings';

const fields: { readonly [K in keyof Settings]: v.GenericSchema<unknown, Settings[K]> } = {
  threshold: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  painting: v.picklist(['highlight', 'underline', 'off']),
  sitesOff: v.array(v.string()),
  mutedArguments: v.array(argumentSchema),
  pausedUntil: v.string(),
  keep: v.picklist(['everything', 'touched']),
  expireDays: v.pipe(v.number(), v.minValue(0)),
  adjust: v.boolean(),
  forgotten: v.record(argumentSchema, timeSchema),
  backupDownloads: v.boolean(),
  template: v.pipe(v.string(), v.maxLength(TEMPLATE_LENGTH)),
  theme: v.picklist(['system', 'light', 'dark']),
  singleKeys: v.boolean(),
};

/**
 * Settings from whatever was stored: a field that is missing or bad falls back, the others stand.
 * @param otherwise what a field falls back to; the defaults, where nothing is given
 */
export function readSettings(stored: unknown, otherwise = DEFAULT_SETTINGS): Settings {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const entries = (Object.keys(fields) as (keyof Settings)[]).map((field) => {
    const result = v.safeParse(fields[field] as v.GenericSchema<unknown, unknown>, from[field]);
    return [field, result.success ? result.output : otherwise[field]];
  });
  return Object.fromEntries(entries) as Settings;
}

/** The reader's settings; the defaults where nothing was chosen yet. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return readSettings(stored[KEY]);
}

/**
 * Changes some settings. A value that does not fit leaves what was chosen before.
 * @returns all of them, as they are now
 */
export async function saveSettings(patch: Partial<Settings>): Promise<Settings> {
  const before = await loadSettings();
  const settings = readSettings({ ...before, ...patch }, before);
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

/**
 * Keeps content scripts from the settings, for which they have no use: in a process that its site has taken over they
 * could read which sites are switched off, and have records expire. Firefox, and Chromium before 140, can't.
 */
export async function keepFromPages(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/**
 * Calls back with the settings as they are and as they were before, whenever they change, wherever they are changed.
 * @returns a function that stops it
 */
export function watchSettings(onChange: (settings: Settings, before: Settings) => void): () => void {
  const listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => {
    const change = changes[KEY];
    if (area === 'local' && change) onChange(readSettings(change.newValue), readSettings(change.oldValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** A host as settings name it: `www.` and a closing dot dropped; empty for what is no address of a site. */
export function hostOf(url: string): string {
  return /^https?:/.test(url) && URL.canParse(url) ? plainHost(new URL(url).hostname) : '';
}

/** Whether an address is on one of some sites, as settings name them, their subdomains included. */
export function isOnSites(sites: readonly string[], url: string): boolean {
  const host = hostOf(url);
  return host !== '' && sites.some((site) => site !== '' && isOfSite(host, site));
}

/** Whether the reader keeps the extension out of a site, or of the one it is a part of. */
export function isSiteOff(settings: Settings, url: string): boolean {
  return isOnSites(settings.sitesOff, url);
}

/** The sites switched off, once a host is switched on: with it goes every entry that covers it. */
export function sitesOffWithout(sitesOff: readonly string[], host: string): string[] {
  return sitesOff.filter((site) => !isOfSite(host, site));
}

/** Whether nothing is to be annotated by itself at the moment. */
export function isPaused(settings: Settings, now: Date = new Date()): boolean {
  const until = Date.parse(settings.pausedUntil);
  return until > now.getTime();
}
