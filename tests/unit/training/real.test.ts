import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExampleError } from '../../../training/examples';
import { readReal } from '../../../training/real';

const folder = mkdtempSync(join(tmpdir(), 'real-'));

function fileOf(...lines: unknown[]): string {
  const path = join(folder, 'rows.jsonl');
  writeFileSync(
    path,
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
  return path;
}

const FINE = { text: 'Seoul waits.', article: 'a1', matches: [] };

describe('real labelled sentences', () => {
  it('read with their labels, neighbours and article', () => {
    const matches = [{ argument: 'kelly/treaty-ally-locked-in', stance: 'echoes' }];
    const path = fileOf({ ...FINE, prev: 'Before.', matches, year: 2020 }, '', { text: 'B.', matches: [] });
    expect(readReal(path, 'dev.jsonl')).toEqual([
      {
        labels: matches,
        style: 'real',
        text: 'Seoul waits.',
        prev: 'Before.',
        next: '',
        batch: 'dev.jsonl',
        group: 'a1',
        real: true,
      },
      expect.objectContaining({ text: 'B.', group: 'B.' }),
    ]);
  });

  it.each([
    ['no JSON', 'nope', 'not JSON'],
    ['no object', 'null', 'wants {"text"'],
    ['no text', { matches: [] }, 'text: '],
    ['no labels', { text: 'Seoul waits.' }, 'wants "matches"'],
    ['a label that is none', { ...FINE, matches: [null] }, 'matches.0: '],
    ['an argument nobody knows', { ...FINE, matches: [{ argument: 'x', stance: 'echoes' }] }, 'no argument'],
  ])('are refused with file and line for %s', (_, line, message) => {
    const path = fileOf(FINE, '', line);
    expect(() => readReal(path, 'dev.jsonl')).toThrow(ExampleError);
    expect(() => readReal(path, 'dev.jsonl')).toThrow(`${path}:3: `);
    expect(() => readReal(path, 'dev.jsonl')).toThrow(message);
  });
});

describe('the program that parts them', () => {
  const part = (path: string) =>
    spawnSync(process.execPath, ['scripts/run-ts.mjs', 'training/split.ts', 'open', path], {
      encoding: 'utf8',
    });

  it('gives the lines of open articles as they are', () => {
    // The SHA-1 of "a1" begins with f, that of "a3" with 2.
    const lines = ['{"text": "A.",  "article": "a1"}', '{"text": "B.", "article": "a3"}'];
    expect(part(fileOf(...lines))).toMatchObject({ status: 0, stdout: `${lines[0]}\n` });
  });

  it.each([
    ['that is no JSON', 'nope'],
    ['that is no object', 'null'],
    ['without an article', { text: 'Seoul waits.' }],
  ])('says which line cannot be read, and no stack: %s', (_, line) => {
    const path = fileOf(FINE, line);
    const { status, stderr } = part(path);
    expect(status).toBe(1);
    expect(stderr).toContain(`${path}:2: `);
    expect(stderr).not.toContain('    at ');
  });
});
