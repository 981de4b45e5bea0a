import type { BrowserName } from './browser/launch';

export function findBrowser(browser: BrowserName): string | undefined;
export function getBrowser(browser: BrowserName): string | undefined;
export function howToGet(browser: BrowserName): string;
