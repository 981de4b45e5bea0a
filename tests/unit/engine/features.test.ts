import { describe, expect, it } from 'vitest';
import { GROUP_NAMES, type GroupName, hashOf } from '../../../engine/en/feature-groups';
import { featuresOf } from '../../../engine/en/features';
import { read } from '../../../engine/en/units';
import type { Sentence } from '../../../engine/types';

function rangesOf(name: GroupName, sentence: Sentence): Map<number, [from: number, to: number]> {
  const group = featuresOf(sentence, read(sentence.text)).find((g) => g.name === name);
  return new Map(group?.features.map(({ hash, from, to }) => [hash, [from, to]]));
}

describe('features of a sentence', () => {
  const text = 'Beijing is the main backer of Pyongyang.';

  it('come in the groups and the order the weights are scaled by', () => {
    expect(featuresOf({ text }, read(text)).map(({ name }) => name)).toEqual([...GROUP_NAMES]);
  });

  it('are what is left without the empty words, with the range of units it spans', () => {
    const skeleton = rangesOf('skeleton', { text });
    expect(skeleton.get(hashOf('skeleton:<china> main backer'))).toEqual([0, 5]);
    expect(skeleton.get(hashOf('skeleton:backer <dprk>'))).toEqual([4, 7]);
    expect(skeleton.get(hashOf('skeleton:<china> _ backer'))).toEqual([0, 5]);
    expect([...skeleton.keys()]).toHaveLength(7);
  });

  it('are the same by the thesaurus for words of one meaning', () => {
    const patron = { text: text.replace('backer', 'patron') };
    for (const name of ['meaning', 'meaning-skeleton', 'meaning-beside', 'meaning-pair'] as const) {
      const found = rangesOf(name, { text });
      expect(found.size).toBeGreaterThan(0);
      expect(rangesOf(name, patron)).toEqual(found);
    }
    expect(rangesOf('skeleton', patron)).not.toEqual(rangesOf('skeleton', { text }));
  });

  it('bind a meaning to the actors on its two sides', () => {
    const beside = rangesOf('meaning-beside', { text });
    expect(beside.get(hashOf('meaning-beside:china<support>dprk'))).toEqual([4, 5]);
    expect(beside.has(hashOf('meaning-beside:dprk<support>china'))).toBe(false);
    expect(beside.has(hashOf('meaning-beside:0<support'))).toBe(false);
  });

  it.each([
    ['Beijing does not back Pyongyang.', '!support', true],
    ["Beijing doesn't back Pyongyang.", '!support', true],
    ['Beijing has never been known to back Pyongyang.', '!support', true],
    ['Not for that reason alone did Beijing back Pyongyang.', '!support', false],
    ['Beijing backs Pyongyang.', '!support', false],
    ['Beijing not only backs Pyongyang.', '!support', false],
    ['Beijing is the No. 1 backer of Pyongyang.', '!support', false],
    ['The T-50 deal backs Manila.', '!support', false],
    ['Beijing never backs Pyongyang.', '!deny', false],
    ['Beijing will never say nothing of the kind.', '!deny', true],
    ['In May Beijing backed Pyongyang.', '?support', false],
    ['May 2017: Beijing backs Pyongyang.', '?support', false],
    ['Beijing May Back Pyongyang', '?support', true],
    ['Beijing may back Pyongyang.', '?support', true],
    ['Beijing would back Pyongyang.', '?support', true],
    ['Beijing backs Pyongyang.', '?support', false],
  ])('sign a meaning that is denied or supposed: %s', (own, feature, has) => {
    expect(rangesOf('meaning', { text: own }).has(hashOf(`meaning:${feature}`))).toBe(has);
  });

  it('read the order of meanings, each with the range of units it spans', () => {
    const order = rangesOf('meaning-skeleton', { text: 'Seoul refused to bow to pressure from Beijing.' });
    expect(order.get(hashOf('meaning-skeleton:<korea> refuse yield pressure'))).toEqual([0, 6]);
    expect(order.get(hashOf('meaning-skeleton:refuse __ <china>'))).toEqual([1, 8]);
    expect(order.has(hashOf('meaning-skeleton:<china> pressure'))).toBe(false);
  });

  it('say what the neighbouring sentences mean, and on which side they stand', () => {
    const near = rangesOf('meaning-near', { text, prev: 'Allies trade.', next: 'It was a threat.' });
    expect([...near.keys()]).toEqual(
      ['before alliance', 'before trade', 'after threaten'].map((name) => hashOf(`meaning-near:${name}`)),
    );
  });

  it.each([
    ['first and last where it has no neighbours', { prev: '', next: '' }, [true, true]],
    ['neither where it has them', { prev: 'Before.', next: 'After.' }, [false, false]],
    ['neither where nobody knows', {}, [false, false]],
  ])('say of a sentence that it is %s', (_, beside, expected) => {
    const shape = rangesOf('shape', { text, ...beside });
    expect(['first', 'last'].map((name) => shape.has(hashOf(`shape:${name}`)))).toEqual(expected);
  });

  describe('of a sentence that names nobody', () => {
    const ours = 'We cannot refuse for ever.';
    const named = (sentence: Omit<Sentence, 'text'>) => rangesOf('carried', { text: ours, ...sentence });

    it('carry whom the sentence before names, or the last that named the subject', () => {
      const fromBefore = named({ prev: 'Seoul was asked to join.' });
      expect(fromBefore.has(hashOf('carried:refers+korea'))).toBe(true);
      expect(named({ prev: 'It rained.', earlier: 'Seoul was asked to join.' })).toEqual(fromBefore);
      expect(named({ prev: 'It rained.' }).has(hashOf('carried:refers+korea'))).toBe(false);
    });

    it('know nothing of a sentence that nobody gave', () => expect(named({}).size).toBe(0));
  });
});
