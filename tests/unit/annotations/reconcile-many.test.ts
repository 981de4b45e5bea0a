/** Pages with more claims than any article has, made up to keep us busy: times and numbers are bounded. */
import { describe, expect, it } from 'vitest';
import { withField } from '../../../annotations/edit';
import type { Found } from '../../../annotations/pairing';
import { MOST_OF_PAGE, reconcile } from '../../../annotations/reconcile';
import type { Annotation } from '../../../annotations/types';
import { LATER, match, NOW, page, target } from './samples';

const STAY = 'Seoul will stay with its treaty ally, the minister said.';

let ids = 0;
const visit = (stored: readonly Annotation[], found: readonly Found[], article: string) =>
  reconcile({
    stored,
    tombstones: [],
    found,
    page,
    engine: '1.0.0',
    now: LATER,
    newId: () => `new-${++ids}`,
    article,
  });
const found = (exact: string, start: number): Found => ({ target: target(exact, start), matches: [match()] });

describe('reconcile, on a page with more claims than any article has', () => {
  const many = (from: number, wordsOf: (i: number) => string) =>
    Array.from({ length: MOST_OF_PAGE }, (_, i) => found(wordsOf(from + i), i * 150));
  /** Like the next one but for a word. */
  const numbered = (i: number) =>
    `Beijing warned Seoul on day ${i} that South Korea would pay a heavy price if it joined the missile network.`;
  const articleOf = (claims: readonly Found[]) =>
    claims.map(({ target: { quote } }) => quote.exact).join('\n\n');
  const again = (stored: readonly Annotation[], claims: readonly Found[]) =>
    visit(stored, claims, articleOf(claims));

  it('pairs a thousand edited sentences, and a thousand that are all the same, in less than a second', () => {
    for (const wordsOf of [numbered, () => STAY]) {
      const first = again([], many(0, wordsOf)).annotations;
      const began = performance.now();
      const second = again(first, many(MOST_OF_PAGE, wordsOf));
      expect(performance.now() - began).toBeLessThan(1_000);
      expect(second.annotations.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
      expect(second.annotations.map((a) => a.target.position.start)).toEqual(
        first.map((a) => a.target.position.start),
      );
      expect(second.drop).toEqual([]);
    }
  });

  it('judges a thousand missing ones in less than a second', () => {
    const first = again([], many(0, numbered)).annotations;
    const began = performance.now();
    expect(visit(first, [], numbered(1e6).repeat(MOST_OF_PAGE)).put).toHaveLength(MOST_OF_PAGE);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('keeps so many of them, the first on the page, and is done then', () => {
    const claims = [...many(0, numbered), found('One more claim than any page has, at its very end.', 1e6)];
    const { annotations } = again([], claims);
    expect(annotations.map((a) => a.target.quote.exact)).toEqual(
      claims.slice(0, MOST_OF_PAGE).map(({ target: { quote } }) => quote.exact),
    );
    expect(again(annotations, claims)).toMatchObject({ put: [], drop: [] });
  });

  it('lets go of what is gone for what is there now, but of nothing the reader touched', () => {
    const other = (i: number) =>
      `Washington asked Tokyo and Manila ${'x'.repeat(i % 7)} to guard strait ${i}.`;
    const [own, ...rest] = again(
      [],
      many(0, (i) => `${i} ${i} ${i}: ${STAY}`),
    ).annotations;
    if (!own) throw new Error('nothing found');
    const noted = withField(own, 'note', 'mine', NOW);
    const after = again([noted, ...rest], many(0, other));
    expect(after.annotations).toHaveLength(MOST_OF_PAGE);
    expect(after.annotations[0]).toMatchObject({ note: 'mine', anchor: { state: 'orphaned' } });
    expect(after.annotations.filter((a) => a.anchor.state === 'anchored')).toHaveLength(MOST_OF_PAGE - 1);
    expect(after.drop).toHaveLength(MOST_OF_PAGE - 1);
    expect(again(after.annotations, many(0, other))).toMatchObject({ put: [], drop: [] });
  });
});
