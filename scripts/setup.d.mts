import type { BrowserName } from './browser/launch';

export function buildFolder(browser: BrowserName): string;
export function buildFor(browser: BrowserName): boolean;
