import type { ArgumentId } from '../essays/types';

/** The reader's choices; kept in storage.local, never synchronised. */
export interface Settings {
  /** Matches below this confidence are not shown, 0 to 1. */
  readonly threshold: number;
  readonly painting: 'highlight' | 'underline' | 'off';
  /** Hosts (`www.` dropped) on which the extension stays out. */
  readonly sitesOff: readonly string[];
  readonly mutedArguments: readonly ArgumentId[];
  /** ISO 8601 time until which nothing is annotated by itself; empty: not paused. */
  readonly pausedUntil: string;
  /** Keep everything found, or only what the reader confirmed, corrected, noted, tagged or added. */
  readonly keep: 'everything' | 'touched';
  /** Days after which untouched records are dropped; 0: never. */
  readonly expireDays: number;
  /** Let the reader's verdicts adjust the engine's confidence, argument by argument. */
  readonly adjust: boolean;
  /** Arguments whose verdicts before a time (ISO 8601) are not counted for that. */
  readonly forgotten: Readonly<Partial<Record<ArgumentId, string>>>;
  /** Also put a copy of everything into the downloads folder now and then. */
  readonly backupDownloads: boolean;
  /** Markdown template for one article; empty: ours. See exchange/template.ts. */
  readonly template: string;
  readonly theme: 'system' | 'light' | 'dark';
  /** Letters and signs are commands in the library. */
  readonly singleKeys: boolean;
}

/** A longer template is not taken. */
export const TEMPLATE_LENGTH = 20_000;

export const DEFAULT_SETTINGS: Settings = {
  threshold: 0.38,
  painting: 'highlight',
  sitesOff: [],
  mutedArguments: [],
  pausedUntil: '',
  keep: 'everything',
  expireDays: 0,
  adjust: true,
  forgotten: {},
  backupDownloads: false,
  template: '',
  theme: 'system',
  singleKeys: true,
};

/** Whether a host is a site's, or one of its subdomains. */
export function isOfSite(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}
