import { expect, it } from 'vitest';
import type { Claim } from '../../../engine/types';
import type { Block } from '../../../messages/protocol';
import { foundIn, joinBlocks } from '../../../services/targets';

const blocks: Block[] = ['One here. Two here.', 'Three here.', 'Four here.'].map((text, i) => ({
  start: i * 1000,
  kind: 'paragraph',
  text,
}));
const joined = joinBlocks(blocks);
const claim = (text: string): Claim => {
  const start = joined.indexOf(text);
  return { start, end: start + text.length, text, matches: [] };
};

it('a claim is found in its block, whatever the order; one over two blocks in none', () => {
  const over = joined.slice(joined.indexOf('Two'), joined.indexOf(' here.', 22));
  expect(over).toContain('\n');
  const claims = ['Four here.', 'Two here.', over, 'One here.'].map(claim);
  const found = foundIn(blocks, claims, 'Title').map(({ target }) => [
    target.quote.exact,
    target.position.start,
  ]);
  expect(found).toEqual([
    ['One here.', 0],
    ['Two here.', 10],
    ['Four here.', 2000],
  ]);
});

it('a claim of a known block is left out, and what stands there is kept with those beside it', () => {
  const known = blocks.map((block, at) => (at === 0 ? { ...block, known: true as const } : block));
  const claims = ['One here.', 'Two here.', 'Four here.'].map(claim);
  const [all, left] = [blocks, known].map((list) => foundIn(list, claims, 'Title'));
  expect(left).toEqual(all?.filter(({ target }) => target.position.start >= (blocks[1]?.start ?? 0)));
});
