import { describe, expect, it } from 'vitest';
import { featuresOf, GROUP_NAMES, type GroupName, hashOf } from '../../../engine/en/features';
import { read } from '../../../engine/en/units';
import type { Sentence } from '../../../engine/types';

/** Two words of one meaning, and none else. */
const kindsOf = (word: string): [number, number] | null =>
  word === 'backer' || word === 'patron' ? [7, 70] : null;

function rangesOf(name: GroupName, sentence: Sentence): Map<number, [from: number, to: number]> {
  const group = featuresOf(sentence, read(sentence.text), kindsOf).find((g) => g.name === name);
  return new Map(group?.features.map(({ hash, from, to }) => [hash, [from, to]]));
}

describe('features of a sentence', () => {
  const text = 'Beijing is the main backer of Pyongyang.';

  it('come in the groups and the order the weights are scaled by', () => {
    expect(featuresOf({ text }, read(text), kindsOf).map(({ name }) => name)).toEqual([...GROUP_NAMES]);
  });

  it('are what is left without the empty words, with the range of units it spans', () => {
    const skeleton = rangesOf('skeleton', { text });
    expect(skeleton.get(hashOf('skeleton:<china> main backer'))).toEqual([0, 5]);
    expect(skeleton.get(hashOf('skeleton:backer <dprk>'))).toEqual([4, 7]);
    expect(skeleton.get(hashOf('skeleton:<china> _ backer'))).toEqual([0, 5]);
    expect([...skeleton.keys()]).toHaveLength(7);
  });

  it('are the same by clusters for words of one meaning', () => {
    const [backer, patron] = [text, text.replace('backer', 'patron')].map((own) => ({ text: own }));
    for (const name of ['kind-skeleton', 'kind-beside'] as const) {
      const found = rangesOf(name, backer as Sentence);
      expect(found.size).toBeGreaterThan(0);
      expect(rangesOf(name, patron as Sentence)).toEqual(found);
    }
    expect(rangesOf('skeleton', patron as Sentence)).not.toEqual(rangesOf('skeleton', backer as Sentence));
  });

  it('bind a cluster to the actors on its two sides', () => {
    const beside = rangesOf('kind-beside', { text });
    expect(beside.get(hashOf('kind-beside:china<a7>dprk'))).toEqual([4, 5]);
    expect(beside.has(hashOf('kind-beside:dprk<a7>china'))).toBe(false);
    expect(beside.has(hashOf('kind-beside:0<a7'))).toBe(false);
  });

  it.each([
    ['first and last where it has no neighbours', { prev: '', next: '' }, [true, true]],
    ['neither where it has them', { prev: 'Before.', next: 'After.' }, [false, false]],
    ['neither where nobody knows', {}, [false, false]],
  ])('say of a sentence that it is %s', (_, beside, expected) => {
    const shape = rangesOf('shape', { text, ...beside });
    expect(['first', 'last'].map((name) => shape.has(hashOf(`shape:${name}`)))).toEqual(expected);
  });
});
