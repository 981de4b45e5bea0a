import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tightrope-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly status: number | null;
}

/** Runs the command line as npm does. */
function annotate(args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/run-ts.mjs', 'cli/annotate.ts', ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ out, err, status }));
    child.stdin.end(input);
  });
}

const WARNING = 'Beijing warned Seoul against joining a US-led missile defense network.';
const rowsOf = ({ out }: Outcome) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('sentences on the command line', () => {
  test('each get their matches, best first, and the ranking of all 28 arguments', async () => {
    const outcome = await annotate([], `${JSON.stringify({ id: 'a', text: WARNING })}\n`);
    expect(outcome).toMatchObject({ err: '', status: 0 });
    const [row] = rowsOf(outcome);
    expect(Object.keys(row)).toEqual(['id', 'matches', 'ranking']);
    expect(row.matches[0]).toMatchObject({ argument: 'diplomat/china-pressure', stance: 'echoes' });
    for (const [start, end] of row.matches[0].cues) expect(WARNING.slice(start, end)).toMatch(/^\w.*\w$/);
    expect(new Set(row.ranking).size).toBe(28);
    expect(row.ranking[0]).toBe('diplomat/china-pressure');
  });

  test('that are bad are named by file and line; the others are done, and the exit status is 1', async () => {
    const path = file(
      'bad.jsonl',
      [
        '\ufeff{"id":1,"text":"x"}',
        'no',
        '{"text":"x"}',
        '[]',
        '{"id":2,"text":5}',
        '{"id":3,"text":"y"}',
      ].join('\r\n'),
    );
    const outcome = await annotate([path, join(folder, 'missing.jsonl')]);
    expect(outcome.status).toBe(1);
    expect(rowsOf(outcome).map(({ id }) => id)).toEqual([1, 3]);
    const problems = outcome.err.trimEnd().split('\n');
    expect(problems[0]).toContain(`${join(folder, 'missing.jsonl')}: no such file`);
    expect(problems.slice(1).map((line) => line.replace(`${path}:`, ''))).toEqual([
      expect.stringMatching(/^2: not JSON .*; wants \{"id", "text"/),
      expect.stringMatching(/^3: "id" is missing; wants \{"id", "text"/),
      expect.stringMatching(/^4: .*wants/),
      '5: wants a "text", a string',
    ]);
  });

  test.runIf(process.platform === 'linux')(
    'of a file that fails while it is read end with a word on it',
    async () => {
      const good = file('good.jsonl', '{"id":1,"text":"x"}\n');
      const outcome = await annotate(['/proc/self/mem', good]);
      expect(outcome.status).toBe(1);
      expect(outcome.err).toMatch(/^\/proc\/self\/mem: could not be read to the end \(.+\)\n$/);
      expect(rowsOf(outcome)).toHaveLength(1);
    },
  );

  test('are refused where their letters would be lost, line by line; a file in UTF-16 as a whole', async () => {
    const line = (id: string) => `${JSON.stringify({ id, text: `Café: ${WARNING}` })}\r\n`;
    const mixed = file(
      'mixed.jsonl',
      Buffer.concat([
        Buffer.from(line('한\u2028국')),
        Buffer.from(line('b'), 'latin1'),
        Buffer.from(line('c')),
      ]),
    );
    const wide = file('wide.jsonl', Buffer.from(`\ufeff${line('d')}${line('e')}`, 'utf16le'));
    const outcome = await annotate([mixed, wide]);
    expect(outcome.status).toBe(1);
    expect(rowsOf(outcome).map(({ id }) => id)).toEqual(['한\u2028국', 'c']);
    expect(outcome.err.trimEnd().split('\n')).toEqual([
      `${mixed}:2: is no text written in UTF-8, so its letters would be lost; save it as text in UTF-8`,
      `${wide}: could not be read to the end (it is UTF-16; save it as UTF-8)`,
    ]);
  });

  test('as CSV hold no formula', async () => {
    const { out } = await annotate(['--format', 'csv'], JSON.stringify({ id: '=1', text: `=1 ${WARNING}` }));
    expect(out).toContain('"\'=1",diplomat/china-pressure');
    expect(out).toContain(`'=1 ${WARNING}`);
    // Neither in a cell of several lines nor after blanks.
    const lines = await annotate(['--format', 'csv'], JSON.stringify({ id: ' =1', text: `=1\n${WARNING}` }));
    expect(lines.out).toContain('"\' =1",diplomat/china-pressure');
    expect(lines.out).toContain(`"'=1\n${WARNING}"`);
  });

  test('as CSV are read as UTF-8 by Excel, too: between cues stands a sign of more than a byte', async () => {
    const { out } = await annotate(['--format', 'csv'], JSON.stringify({ id: 1, text: WARNING }));
    expect(out).toMatch(/^\ufeffid,argument,.*\r\n1,.* … /);
  });

  test('as Markdown are text, whatever marks they hold', async () => {
    const { out } = await annotate(
      ['--format', 'md'],
      JSON.stringify({ id: 'a_b', text: `*$x$* ${WARNING}` }),
    );
    expect(out).toMatch(
      /^- \\\*\\\$x\\\$\\\* Beijing .* \(a\\_b\)\n {2}- echoes \*.*\* \(diplomat\/china-pressure, /,
    );
  });
});

describe('documents on the command line', () => {
  const html = `<!doctype html><html lang="en"><title>Seoul warned</title>
<link rel="canonical" href="https://news.example/seoul-warned"><nav>Home</nav><article><h1>Seoul warned</h1>${[
    WARNING,
    'Washington has pressed South Korea to join the Quad and to condemn Chinese military activity around Taiwan.',
    'The foreign ministry in Seoul declined to comment on what it called a private exchange between the two.',
  ]
    .map((text) => `<p>${text}</p>`)
    .join('\n')}</article>`;

  test('give W3C selectors that fit the page, and front matter in Markdown', async () => {
    const path = file(
      'page.html',
      html.replace('<nav>', '<style>} a { &:hover { color: red } } {{</style><nav>'),
    );
    const outcome = await annotate(['--input', 'html', path]);
    expect(outcome).toMatchObject({ err: '', status: 0 });
    const claims = rowsOf(outcome);
    expect(claims.map(({ target }) => target.quote.exact)).toContain(WARNING);
    for (const { page, target } of claims) {
      expect(page.url).toBe('https://news.example/seoul-warned');
      expect(target.quote.type).toBe('TextQuoteSelector');
      const { type, start, end } = target.position;
      expect([type, end - start]).toEqual(['TextPositionSelector', target.quote.exact.length]);
    }
    const { out } = await annotate(['--input', 'html', '--format', 'md', path]);
    expect(out).toMatch(/^---\ntitle: Seoul warned\n[\s\S]*\n---\n/);
  });

  test('are read in other encodings where these are told, and refused where letters would be lost', async () => {
    const windows = (text: string) => Buffer.from(text.replaceAll('’', '\x92'), 'latin1');
    const said = 'Beijing warned Seoul’s government against joining a US-led missile defense network.';
    const page = html.replace(WARNING, said).replace('<title>', '<meta charset="windows-1252"><title>');
    const quotes = async (input: string, content: Buffer) =>
      rowsOf(await annotate(['--input', input, file('encoded', content)])).map(
        ({ target }) => target.quote.exact,
      );
    expect(await quotes('html', windows(page))).toContain(said);
    expect(await quotes('html', Buffer.from(`\ufeff${page}`, 'utf16le'))).toContain(said);
    expect(await quotes('text', Buffer.from(`\ufeff${said}`, 'utf16le'))).toContain(said);
    const { err, out, status } = await annotate(['--input', 'text', file('old.txt', windows(said))]);
    expect({ err, out, status }).toMatchObject({
      err: expect.stringMatching(/no text written in UTF-8.*save it as text/),
      out: '',
      status: 1,
    });
  });

  test('without anything to read are named, in the terms of what was asked', async () => {
    const empty = file('empty.txt', '\n');
    expect((await annotate(['--input', 'text', empty])).err).toBe(`${empty}: is empty\n`);
    const outcome = await annotate(['--input', 'html', '--format', 'json', empty]);
    expect(outcome.err).toMatch(/no article found in it/);
    expect(outcome.status).toBe(1);
    expect(JSON.parse(outcome.out).annotations).toEqual([]);
  });

  test('in a language that is not read say which', async () => {
    const korean = '서울은 미국과 중국 사이에서 선택을 강요받지 않을 것이라고 정부가 밝혔다. '.repeat(5);
    const { err, status } = await annotate(['--input', 'text'], korean);
    expect(err).toContain('<stdin>: not analysed: its language is ko');
    expect(status).toBe(1);
    const finnish = 'Etelä-Korean hallitus kertoi tiistaina, ettei se valitse puolta. '.repeat(5);
    expect((await annotate(['--input', 'text'], finnish)).err).toContain('its language is unknown, and only');
  });
});

test.runIf(process.platform === 'linux')('what cannot be written is told, exit status 1', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['scripts/run-ts.mjs', 'cli/annotate.ts'], {
    stdio: ['pipe', full, 'pipe'],
  });
  child.stdin?.end(JSON.stringify({ id: 'a', text: WARNING }));
  const [err, [status]] = await Promise.all([text(child.stderr as Readable), once(child, 'close')]);
  closeSync(full);
  expect(err).toMatch(/^the output could not be written \(.*ENOSPC.*\); it is not complete\n$/);
  expect(status).toBe(1);
});

test('wrong use is told with the usage, exit status 2', async () => {
  for (const args of [['--input', 'pdf'], ['--format', 'xml'], ['--nonsense']]) {
    const { err, status } = await annotate(args);
    expect(status).toBe(2);
    expect(err).toContain('usage: npm run --silent annotate');
  }
});
