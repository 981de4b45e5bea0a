import { expect, it } from 'vitest';
import { sentencesOf } from '../../../engine/en/sentences';
import type { Claim } from '../../../engine/types';
import type { Block } from '../../../messages/protocol';
import { anchor } from '../../../page/anchoring/anchor';
import { foundIn, joinBlocks, joinSentences } from '../../../services/targets';

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

it('a claim over lines broken without white space has its place in the page, and spaces in its quote', () => {
  const page = '𝕊eoul waits. China warned Seoulthat it would paya heavy price. The rest.';
  const line = (text: string, runsOn?: true): Block => ({
    start: page.indexOf(text),
    kind: 'paragraph',
    text,
    pairsBefore: page.indexOf(text) > 0 ? 1 : 0,
    ...(runsOn && { runsOn }),
  });
  const lines = [
    line('𝕊eoul waits. China warned Seoul'),
    line('that it would pay', true),
    line('a heavy price. The rest.', true),
  ];
  const sentence = 'China warned Seoul that it would pay a heavy price.';
  const text = joinBlocks(lines);
  const start = text.indexOf(sentence);
  const found = foundIn(
    lines,
    [{ start, end: start + sentence.length, text: sentence, matches: [] }],
    'Title',
  );
  const [{ target } = expect.unreachable()] = found;
  expect(target.quote).toMatchObject({ exact: sentence, prefix: '𝕊eoul waits. ', suffix: ' The rest.' });
  const { start: from, end: to } = target.position;
  expect(page.slice(from, to)).toBe('China warned Seoulthat it would paya heavy price.');
  expect(target.position.pairsBefore).toBe(1);
  expect(anchor(target, page)).toEqual({ state: 'anchored', span: { start: from, end: to } });
  // Of lines that were analysed before, only those with new ones are looked at again.
  const known = lines.map((one) => ({ ...one, known: true as const }));
  const claims = [{ start, end: start + sentence.length, text: sentence, matches: [] }];
  expect(foundIn(known, claims, 'Title')).toEqual([]);
  expect(foundIn([...known.slice(0, 2), ...lines.slice(2)], claims, 'Title')).toHaveLength(1);
  // Where a line is not sent, the one after it goes on from none.
  expect(joinBlocks(lines.filter((_, at) => at !== 1))).toContain('Seoul\n\na heavy');
});

it('the marks of notes and the names of speakers end no sentence and begin none', () => {
  const text = 'VOA: Beijing warned.2 “Seoul waits.”[3] The ally* is told, he said.* Nobody knows.12';
  const marks = [...text.matchAll(/VOA:|\d+|\[3\]|\*/g)].map(({ 0: { length }, index: start }) => ({
    start,
    end: start + length,
  }));
  const marked: Block[] = [{ start: 0, kind: 'paragraph', text, marks }, ...blocks.slice(1)];
  const joined = joinSentences(marked);
  expect(joined).toHaveLength(joinBlocks(marked).length);
  const claims = sentencesOf(joined).map((span) => ({ ...span, text: '', matches: [] }));
  const quotes = foundIn(marked, claims, 'Title').map(({ target }) => target.quote.exact);
  expect(quotes.slice(0, 4)).toEqual([
    'Beijing warned.',
    '“Seoul waits.”',
    'The ally* is told, he said.',
    'Nobody knows.',
  ]);
});

it('a claim in a heading that names or numbers a part is left out; the article’s headline and others stay', () => {
  const texts = [
    '5 reasons why Seoul waits',
    '3. Recommendations for the Alliance',
    'The China trap',
    'Beijing warns Seoul over missiles',
  ];
  const headings: Block[] = texts.map((text, i) => ({ start: i * 100, kind: 'headline', text }));
  const all = joinBlocks(headings);
  const claims = texts.map((text) => ({
    start: all.indexOf(text),
    end: all.indexOf(text) + text.length,
    text,
    matches: [],
  }));
  const found = foundIn(headings, claims, 'Title').map(({ target }) => target.quote.exact);
  expect(found).toEqual([texts[0], texts[3]]);
});
