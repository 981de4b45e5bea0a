import type { Stance } from '../../engine/types';
import type { EssayId } from '../../essays/types';
import type { PageSettings } from '../../messages/protocol';

/** Name of the highlight over the claim whose card is open. */
export const ACTIVE = 'tightrope-active';

const ESSAYS: readonly EssayId[] = ['diplomat', 'kelly'];

/** A line for each stance, so that stance never hangs on colour. */
const LINES: Readonly<Record<Stance | 'uncertain', string>> = {
  echoes: 'solid',
  challenges: 'wavy',
  relates: 'dotted',
  uncertain: 'dashed',
};

/** Every name we paint under. */
export const HIGHLIGHT_NAMES: readonly string[] = [
  ...ESSAYS.flatMap((essay) => Object.keys(LINES).map((line) => `tightrope-${essay}-${line}`)),
  ACTIVE,
];

interface Hue {
  readonly line: string;
  readonly wash: string;
}

/** The essays' hues (as in components/tokens.css), on light pages and on dark ones. */
const HUES: Readonly<Record<'light' | 'dark', Readonly<Record<EssayId, Hue>>>> = {
  light: {
    diplomat: { line: '#0a615c', wash: 'rgb(10 121 113 / 14%)' },
    kelly: { line: '#87305f', wash: 'rgb(168 52 116 / 12%)' },
  },
  dark: {
    diplomat: { line: '#73cdc3', wash: 'rgb(80 190 178 / 22%)' },
    kelly: { line: '#eda8ce', wash: 'rgb(224 120 180 / 22%)' },
  },
};

/** The claim whose card is open, whichever its essay. */
const ACTIVE_WASH = { light: 'rgb(255 206 71 / 55%)', dark: 'rgb(196 148 20 / 50%)' } as const;

/** The highlight a claim belongs to; an uncertain place has a line of its own. */
export function highlightName(essay: EssayId, stance: Stance, state: 'anchored' | 'uncertain'): string {
  return `tightrope-${essay}-${state === 'uncertain' ? 'uncertain' : stance}`;
}

/** The rules for all our highlights. Only properties that highlights may have, and no text colour of our own. */
export function paintCss(theme: 'light' | 'dark', painting: PageSettings['painting']): string {
  const rules = ESSAYS.flatMap((essay) =>
    Object.entries(LINES).map(([stance, line]) => {
      const { line: colour, wash } = HUES[theme][essay];
      const background = painting === 'highlight' ? wash : 'transparent';
      return `::highlight(tightrope-${essay}-${stance}){background-color:${background};text-decoration:underline ${line} ${colour} 2px}`;
    }),
  );
  return [...rules, `::highlight(${ACTIVE}){background-color:${ACTIVE_WASH[theme]}}`].join('\n');
}
