import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articlesOf, ExampleError, readAuthored, readTsv } from '../../../training/examples';

const folder = mkdtempSync(join(tmpdir(), 'examples-'));

/** Every folder of sentences that training/train.ts fits on. */
const AUTHORED = ['examples', 'contrasts', 'siblings', 'sides'];

const HEADER = 'labels\tstyle\ttext\tprev\tnext';

function fileOf(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const readRows = (...lines: string[]) => readTsv(fileOf('rows.tsv', ...lines), 'hand');

describe('training sentences', () => {
  it('read with their labels and neighbours, each a group of its own', () => {
    const pact = 'kelly/treaty-ally-locked-in:echoes\twire\tThe pact binds both.\tBefore.';
    const [bound, rain] = readRows(HEADER, pact, '-\tplain\tIt rained.');
    expect(bound).toMatchObject({ style: 'wire', text: 'The pact binds both.', prev: 'Before.', next: '' });
    expect(bound?.labels).toEqual([{ argument: 'kelly/treaty-ally-locked-in', stance: 'echoes' }]);
    expect(rain?.labels).toEqual([]);
    expect(bound?.group).not.toBe(rain?.group);
  });

  it('belong to the article of their source where a first column names it', () => {
    const rows = ['a1\t-\twire\tOne sentence.\t\tAfter.', 'a1\t-\twire\tAnother one.'];
    const [one, another] = readRows(`article\t${HEADER}`, ...rows);
    expect([one?.group, another?.group]).toEqual(['a1', 'a1']);
    expect(one).toMatchObject({ text: 'One sentence.', next: 'After.' });
  });

  describe('that are whole articles', () => {
    const lines = ['Seoul waits.', 'It rained.', 'Nobody came.', 'Beijing smiled.', 'So it goes.'];
    const article = (texts: readonly string[]) =>
      texts.map((text, at) => `-\twire\t${text}\t${texts[at - 1] ?? ''}\t${texts[at + 1] ?? ''}`);
    const rows = readRows(HEADER, ...article(lines), ...article(['Another one.', 'It ends.']));

    it('are told apart by their sentences before', () =>
      expect(articlesOf(rows).map((some) => some.length)).toEqual([5, 2]));

    it('know the last sentence that named the subject, where none nearer does', () =>
      expect(articlesOf(rows).map((some) => some.map(({ earlier }) => earlier))).toEqual([
        [undefined, undefined, 'Seoul waits.', 'Seoul waits.', 'Seoul waits.'],
        [undefined, undefined],
      ]));
  });

  it.each([
    ['an argument that is not in the catalogue', 'kelly/nowhere:echoes\twire\tText.', 'no argument'],
    ['a stance that is none', 'kelly/treaty-ally-locked-in:likes\twire\tText.', 'is none of'],
    ['a row without text', '-\twire', 'wants labels, style, text'],
    ['a row with a column too many', '-\twire\tText.\ta\tb\tc', 'wants labels, style, text'],
  ])('are refused with file and line for %s', (_, row, message) => {
    const path = fileOf('wrong.tsv', HEADER, '-\twire\tFine.', row);
    expect(() => readTsv(path, 'hand')).toThrow(ExampleError);
    expect(() => readTsv(path, 'hand')).toThrow(`${path}:3: `);
    expect(() => readTsv(path, 'hand')).toThrow(message);
  });

  const fittedOn = new Set(
    AUTHORED.flatMap((root) => readAuthored(join('training', root)).map(({ text }) => text)),
  );

  it.each(['op-ed', 'pairs', 'off-topic', 'articles', 'texts'])(
    'hold none that the engine is judged by: %s',
    (name) => {
      const judged = readTsv(`tests/fixtures/engine/${name}.tsv`, name).map(({ text }) => text);
      expect(judged.length).toBeGreaterThan(100);
      expect(judged.filter((text) => text.length > 40 && fittedOn.has(text))).toEqual([]);
    },
  );

  it.each(AUTHORED)('of the repository can all be read: %s', (name) => {
    const root = join('training', name);
    const examples = readAuthored(root);
    expect(new Set(examples.map(({ batch }) => batch))).toEqual(new Set(readdirSync(root)));
    expect(examples.length).toBeGreaterThan(1_000);
  });
});
