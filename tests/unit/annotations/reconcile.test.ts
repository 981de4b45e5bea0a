import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withField } from '../../../annotations/edit';
import type { Found } from '../../../annotations/pairing';
import { quoteHash } from '../../../annotations/quote-hash';
import { type Reconciliation, reconcile } from '../../../annotations/reconcile';
import { isTouched } from '../../../annotations/touched';
import type { Annotation } from '../../../annotations/types';
import type { Match } from '../../../engine/types';
import { annotation, LATER, match, NOW, page, target } from './samples';

const STAY = 'Seoul will stay with its treaty ally, the minister said.';
const TRADE = 'China takes a quarter of all that South Korea exports, officials noted.';

let ids = 0;
function visit(over: Partial<Reconciliation>): Reconciliation {
  return {
    stored: [],
    tombstones: [],
    found: [],
    page,
    engine: '1.0.0',
    now: LATER,
    newId: () => `new-${++ids}`,
    article: `${STAY}\n\n${TRADE}`,
    ...over,
  };
}
const found = (exact: string, start = 100, over: Partial<Found> = {}): Found => ({
  target: target(exact, start),
  matches: [match()],
  ...over,
});

describe('reconcile', () => {
  it('makes annotations of new claims', () => {
    const { annotations, put, drop } = reconcile(visit({ found: [found(STAY), found(TRADE, 200)] }));
    expect(put).toEqual(annotations);
    expect(annotations.map((a) => a.target.quote.exact)).toEqual([STAY, TRADE]);
    expect(annotations[0]).toMatchObject({ verdict: 'found', created: LATER, anchor: { state: 'anchored' } });
    expect(drop).toEqual([]);
  });

  it('changes nothing at a second visit', () => {
    const first = reconcile(visit({ found: [found(STAY), found(TRADE, 200)] }));
    const second = reconcile(visit({ stored: first.annotations, found: [found(STAY), found(TRADE, 200)] }));
    expect(second).toEqual({ annotations: first.annotations, put: [], drop: [] });
  });

  it('knows a sentence again by its words, whatever the typesetting', () => {
    const stored = annotation({ target: target('The ally’s “burden” – again.') });
    const { put, annotations } = reconcile(
      visit({ stored: [stored], found: [found('The ally\'s "burden" - again.')], article: 'x' }),
    );
    expect(annotations).toHaveLength(1);
    expect(put[0]?.id).toBe('a1');
  });

  it('keeps two occurrences of one sentence apart, by their context', () => {
    const first = { ...found(STAY, 10), target: target(STAY, 10, { prefix: 'In the morning: ' }) };
    const second = { ...found(STAY, 500), target: target(STAY, 500, { prefix: 'At night: ' }) };
    const before = reconcile(visit({ found: [first, second] })).annotations;
    expect(before).toHaveLength(2);
    const night = before.find((a) => a.target.quote.prefix.startsWith('At'));
    const moved = { ...second, target: target(STAY, 40, { prefix: 'At night: ' }) };
    const after = reconcile(visit({ stored: before, found: [moved] })).annotations;
    expect(after.find((a) => a.id === night?.id)?.target.position.start).toBe(40);
  });

  it('takes a newer engine’s word on what the reader never touched', () => {
    const stored = annotation();
    const better = found(STAY, 100, { matches: [match({ argument: 'kelly/bases-limit-drift' })] });
    const { put } = reconcile(visit({ stored: [stored], found: [better], engine: '2.0.0' }));
    expect(put).toHaveLength(1);
    expect(put[0]).toMatchObject({ id: 'a1', engine: '2.0.0', matches: better.matches, modified: LATER });
    const setBack = reconcile(visit({ stored: put, found: [found(STAY)], now: NOW }));
    expect(setBack.put[0]).toMatchObject({ engine: '1.0.0', modified: LATER });
  });

  it('drops what a newer engine no longer finds, unless it is touched', () => {
    const untouched = annotation();
    const noted = withField(annotation({ id: 'a2', target: target(TRADE, 200) }), 'note', 'mine', NOW);
    const { drop, put } = reconcile(visit({ stored: [untouched, noted], engine: '2.0.0' }));
    expect(drop).toEqual(['a1']);
    expect(put).toEqual([]);
  });

  it('keeps what the same engine does not find at a higher threshold', () => {
    expect(reconcile(visit({ stored: [annotation()] }))).toMatchObject({ drop: [], put: [] });
  });

  it('leaves the reader’s words, and what they were about, to the reader', () => {
    const unsure = annotation({ anchor: { state: 'uncertain', reason: 'changed' } });
    const stored = withField(unsure, 'verdict', 'confirmed', NOW);
    for (const over of [{ stance: 'challenges' }, { argument: 'kelly/bases-limit-drift' }] as const) {
      const other = found(STAY, 120, { matches: [match({ ...over, cues: [{ start: 6, end: 10 }] })] });
      const { annotations } = reconcile(visit({ stored: [stored], found: [other], engine: '2.0.0' }));
      expect(annotations[0]).toMatchObject({
        ...stored,
        target: { position: { start: 120 } },
        anchor: { state: 'anchored', span: { start: 120 } },
      });
    }
  });

  it('does not find what the reader removed', () => {
    const tombstones = [{ id: 'gone', pageKey: page.key, quoteHash: quoteHash(STAY), deleted: NOW }];
    expect(reconcile(visit({ tombstones, found: [found(STAY), found(TRADE, 200)] })).put).toHaveLength(1);
  });

  it('orphans and keeps what is gone from the page, and takes it back when it returns', () => {
    const gone = reconcile(visit({ stored: [annotation()], article: TRADE }));
    expect(gone.put[0]).toMatchObject({ id: 'a1', anchor: { state: 'orphaned', reason: 'text-gone' } });
    const back = reconcile(visit({ stored: gone.annotations, found: [found(STAY)] }));
    expect(back.annotations[0]?.anchor).toMatchObject({ state: 'anchored' });
  });

  it('judges nothing missing by a part of the article', () => {
    const result = reconcile(visit({ stored: [annotation()], found: [found(TRADE, 200)], article: null }));
    expect(result.annotations.map((a) => a.anchor.state)).toEqual(['anchored', 'anchored']);
    expect(result.put).toHaveLength(1);
  });

  it('follows a lightly edited sentence, but not one that now says the opposite', () => {
    const noted = withField(annotation(), 'note', 'mine', NOW);
    const edited = 'Seoul will stay with its wartime treaty ally, the minister said.';
    const same = reconcile(visit({ stored: [noted], found: [found(edited)], article: edited }));
    expect(same.annotations).toHaveLength(1);
    expect(same.annotations[0]).toMatchObject({
      id: 'a1',
      note: 'mine',
      target: { quote: { exact: edited } },
    });

    const reversed = 'Seoul will not stay with its treaty ally, the minister said.';
    const turned = found(reversed, 100, { matches: [match({ stance: 'challenges' })] });
    const two = reconcile(visit({ stored: [noted], found: [turned], article: reversed }));
    expect(two.annotations).toHaveLength(2);
    expect(two.annotations[0]).toMatchObject({ note: 'mine', anchor: { state: 'orphaned' } });
  });

  it('marks in an edited sentence the words that decided there, with the reader’s links as they were', () => {
    const about = (argument: Match['argument'], at: number) =>
      match({ argument, cues: [{ start: at, end: at + 5 }] });
    const [kept, gone] = [about('kelly/treaty-ally-locked-in', 0), about('diplomat/us-pressure', 6)];
    const noted = withField(annotation({ matches: [kept, gone] }), 'note', 'mine', NOW);
    const edited = `On Monday, ${STAY}`;
    const now = about('kelly/treaty-ally-locked-in', 11);
    const claim = found(edited, 100, { matches: [{ ...now, confidence: 0.6 }] });
    const once = reconcile(visit({ stored: [noted], found: [claim], article: edited }));
    expect(once.annotations[0]?.matches).toEqual([
      { ...kept, cues: now.cues },
      { ...gone, cues: [] },
    ]);
    expect(reconcile(visit({ stored: once.annotations, found: [claim], article: edited })).put).toEqual([]);
  });

  it('keeps the place the reader gave a claim, whatever stands where the engine finds it', () => {
    const placed = annotation({ target: target(STAY, 500), touched: { target: NOW } });
    const edited = 'Seoul will stay with its old treaty ally, the minister said.';
    for (const exact of [STAY, edited]) {
      const { annotations } = reconcile(visit({ stored: [placed], found: [found(exact)], article: exact }));
      expect(annotations.map((a) => a.target)).toEqual([placed.target]);
    }
  });

  it('leaves what the page was not sure of as the page had it', () => {
    const unsure = annotation({ anchor: { state: 'uncertain', reason: 'changed' } });
    const { annotations, put } = reconcile(visit({ stored: [unsure], article: TRADE }));
    expect([annotations, put]).toEqual([[unsure], []]);
  });

  it('leaves a selection of the reader’s outside the article to the page', () => {
    const own = annotation({ verdict: 'added', touched: { target: NOW } });
    expect(reconcile(visit({ stored: [own], article: 'nothing of it' })).put).toEqual([]);
  });
});

const sentence = fc.constantFrom(
  STAY,
  TRADE,
  'Washington pressed Seoul to take its side on chips this week.',
  'Washington pressed Seoul to take its side on chips last week.',
  'Beijing warned of consequences should more launchers arrive in the south.',
  'Short one.',
);
const foundArbitrary = fc
  .record({
    exact: sentence,
    start: fc.integer({ min: 0, max: 2000 }),
    prefix: fc.constantFrom('', 'He said: ', 'Analysts, too: '),
    stance: fc.constantFrom('echoes', 'challenges', 'relates'),
  })
  .map(({ exact, start, prefix, stance }) => ({
    target: target(exact, start, { prefix }),
    matches: [match({ stance: stance as 'echoes' })],
  }));
const storedArbitrary = fc
  .uniqueArray(
    fc.record({
      id: fc.nat(50).map((n) => `s${n}`),
      claim: foundArbitrary,
      engine: fc.constantFrom('0.9.0', '1.0.0'),
      note: fc.option(fc.string(), { nil: undefined }),
      verdict: fc.constantFrom('found', 'confirmed', 'dismissed'),
      orphaned: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ id, claim, engine, note, verdict, orphaned }): Annotation => {
      const base = annotation({ id, target: claim.target, matches: claim.matches, engine });
      const judged = verdict === 'found' ? base : withField(base, 'verdict', verdict as 'confirmed', NOW);
      const noted = note === undefined ? judged : withField(judged, 'note', note, NOW);
      return orphaned ? { ...noted, anchor: { state: 'orphaned', reason: 'text-gone' } } : noted;
    }),
  );

describe('reconcile, whatever is stored and found', () => {
  const anyVisit = fc.record({
    stored: storedArbitrary,
    found: fc.array(foundArbitrary, { maxLength: 8 }),
    buried: fc.array(sentence, { maxLength: 2 }),
    whole: fc.boolean(),
  });
  const inputOf = ({
    stored,
    found: list,
    buried,
    whole,
  }: {
    stored: readonly Annotation[];
    found: readonly Found[];
    buried: readonly string[];
    whole: boolean;
  }) =>
    visit({
      stored,
      found: list,
      tombstones: buried.map((quote, i) => ({
        id: `t${i}`,
        pageKey: page.key,
        quoteHash: quoteHash(quote),
        deleted: NOW,
      })),
      article: whole ? list.map((f) => f.target.quote.exact).join('\n\n') : null,
    });

  it('never loses or alters a reader’s word', () => {
    fc.assert(
      fc.property(anyVisit, (any) => {
        const { annotations, drop } = reconcile(inputOf(any));
        for (const before of any.stored.filter(isTouched)) {
          const after = annotations.find(({ id }) => id === before.id);
          expect(drop).not.toContain(before.id);
          expect(after).toMatchObject({
            note: before.note,
            verdict: before.verdict,
            tags: before.tags,
            correction: before.correction,
            touched: before.touched,
            matches: before.matches,
          });
        }
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyVisit, (any) => {
        const input = inputOf(any);
        const once = reconcile(input);
        expect(reconcile({ ...input, stored: once.annotations })).toEqual({
          annotations: once.annotations,
          put: [],
          drop: [],
        });
      }),
    );
  });

  it('gives every claim and every record at most once, and accounts for each', () => {
    fc.assert(
      fc.property(anyVisit, (any) => {
        const input = inputOf(any);
        const { annotations, put, drop } = reconcile(input);
        const all = annotations.map(({ id }) => id);
        expect(new Set(all).size).toBe(all.length);
        const known = new Set(any.stored.map(({ id }) => id));
        expect(all.filter((id) => known.has(id)).length + drop.length).toBe(known.size);
        expect(annotations.filter(({ id }) => !known.has(id)).length).toBeLessThanOrEqual(any.found.length);
        for (const a of put) expect(annotations).toContain(a);
        const buried = new Set(input.tombstones.map((t) => t.quoteHash));
        for (const a of annotations.filter(({ id }) => !known.has(id)))
          expect(buried.has(quoteHash(a.target.quote.exact))).toBe(false);
      }),
    );
  });
});
