/** A screen of our own, and a keyboard whose keys the browser itself gets, not only its pages. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface Screen {
  /** Its X display, e.g. `:7`. */
  readonly name: string;
  /** Presses a key, with others held down where they are named before it: `alt+shift+l`. */
  press(keys: string): void;
  close(): void;
}

/** Opens a screen at a free number. Needs Xvfb and xdotool (`scripts/screen.mjs` asks whether they are there). */
export async function openScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(server.stdio[3] as Readable, 'data');
  const name = `:${String(number).trim()}`;
  const env = { ...process.env, DISPLAY: name };
  return {
    name,
    press: (keys) => void execFileSync('xdotool', ['key', '--clearmodifiers', keys], { env }),
    close: () => void server.kill(),
  };
}
