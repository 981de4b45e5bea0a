import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Example, ExampleError } from '../../../training/examples';
import { keyOf, neighboursOf, readNeighbourLabels } from '../../../training/neighbours';

const folder = mkdtempSync(join(tmpdir(), 'neighbours-'));

function labelsFrom(...rows: string[]) {
  const path = join(folder, 'labels.tsv');
  writeFileSync(path, `${['sha1\tlabels', ...rows].join('\n')}\n`);
  return readNeighbourLabels(path);
}

function real(group: string, prev: string, text: string, next: string): Example {
  return { labels: [], style: 'real', text, prev, next, batch: 'dev.jsonl', group, real: true };
}

const PACT = 'kelly/treaty-ally-locked-in:echoes';

describe('the sentences beside real ones', () => {
  it('become examples of the same article, where our readers labelled them, and only there', () => {
    const labels = labelsFrom(`${keyOf('The pact holds.')}\t${PACT}`, `${keyOf('It rained.')}\t-`);
    const found = neighboursOf([real('a1', 'The pact holds.', 'A.', 'Nobody read this.')], labels);
    expect(found).toEqual([
      {
        labels: [{ argument: 'kelly/treaty-ally-locked-in', stance: 'echoes' }],
        style: 'neighbour',
        text: 'The pact holds.',
        next: 'A.',
        batch: 'dev.jsonl',
        group: 'a1',
        real: true,
      },
    ]);
  });

  it('know both sides where they stand between two', () => {
    const labels = labelsFrom(`${keyOf('B.')}\t-`);
    const found = neighboursOf([real('a1', '', 'A.', 'B.'), real('a1', 'B.', 'C.', '')], labels);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ text: 'B.', prev: 'A.', next: 'C.' });
  });

  it('know nothing of another article that has the same words', () => {
    const labels = labelsFrom(`${keyOf('Thank you.')}\t-`);
    const found = neighboursOf(
      [real('a1', '', 'A.', 'Thank you.'), real('a2', 'Thank you.', 'C.', '')],
      labels,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ group: 'a1', prev: 'A.' });
    expect(found[0]).not.toHaveProperty('next');
  });

  it('are left out where they are examples themselves: their own labels count', () => {
    const labels = labelsFrom(`${keyOf('B.')}\t${PACT}`);
    expect(neighboursOf([real('a1', '', 'A.', ' B. '), real('a1', 'A.', 'B.', '')], labels)).toEqual([]);
  });

  it('are known by their text, whatever space is around it', () => {
    expect(keyOf(' B.\n')).toBe(keyOf('B.'));
    expect(keyOf('B.')).not.toBe(keyOf('b.'));
  });

  it.each([
    ['text instead of a hash', 'The pact holds.\t-', 'wants 16 hexadecimal digits'],
    ['text beside its hash', `${keyOf('C.')}\t-\tC.`, 'nothing else'],
    ['a sentence labelled twice', `${keyOf('B.')}\t${PACT}`, 'labelled twice'],
    ['an argument that is not in the catalogue', '0123456789abcdef\tkelly/nowhere:echoes', 'no argument'],
  ])('are refused with file and line for %s', (_, row, message) => {
    const read = () => labelsFrom(`${keyOf('B.')}\t-`, row);
    expect(read).toThrow(ExampleError);
    expect(read).toThrow(/labels\.tsv:3: /);
    expect(read).toThrow(message);
  });

  it('are in the repository as hashes alone', () => {
    const labels = readNeighbourLabels(join('training', 'neighbours', 'labels.tsv'));
    expect(labels.size).toBeGreaterThan(3_000);
    expect([...labels.values()].filter((own) => own.length > 0).length).toBeGreaterThan(200);
  });
});
