import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeArticles } from '../../../cli/labelled';
import { analyse } from '../../../engine/analyse';
import { judge, matchesOf, namesSubject, suggest } from '../../../engine/judge';
import { readModel } from '../../../engine/model';
import { readTsv } from '../../../training/examples';
import { seededRandom } from '../../../training/methods/random';
import { figuresOf } from '../../../training/score';

const model = readModel(new Uint8Array(readFileSync('public/engine/model.bin')));
const pairs = readTsv('tests/fixtures/engine/pairs.tsv', 'pairs');
const opEd = readTsv('tests/fixtures/engine/op-ed.tsv', 'op-ed');

describe('analyse', () => {
  it('gives claims whose offsets lead to their own words, in order', () => {
    const text = [...opEd, ...pairs]
      .slice(0, 200)
      .map((example) => example.text)
      .join('\n');
    const claims = analyse(text, { model });
    expect(claims.length).toBeGreaterThan(50);
    let end = 0;
    for (const claim of claims) {
      expect(claim.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(claim.start, claim.end)).toBe(claim.text);
      for (const match of claim.matches)
        for (const cue of match.cues) expect(claim.text.slice(cue.start, cue.end).trim()).not.toBe('');
      end = claim.end;
    }
  });

  it('shows fewer claims the surer they must be', () => {
    const text = opEd.map((example) => example.text).join('\n');
    const counts = [0.2, 0.4, 0.6, 0.8].map((threshold) => analyse(text, { model, threshold }).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(counts[3] ?? 0);
  });

  describe('a sentence that names nobody', () => {
    const claim = 'South Korea has been punished by Beijing for hosting the American missile shield.';
    const unsure = 'Seoul and Washington are still talking about the bases.';
    const ours = 'The alliance has been the bedrock of our security for seventy years, and it will stay so.';
    const idle = 'The weather was fine.';
    const found = (lines: string[], threshold = model.header.threshold) =>
      analyse(lines.join('\n'), { model, threshold }).map(({ text }) => text);

    it.each<[string, string[]]>([
      ['a little below a claim', [claim, idle, idle, ours]],
      ['far below', [claim, ...Array<string>(20).fill(idle), ours]],
      ['above', [ours, idle, claim]],
    ])('is read where the article makes a claim: %s', (_, lines) => expect(found(lines)).toContain(ours));

    it.each<[string, string[]]>([
      ['alone', [ours]],
      ['where the subject is named and nothing is claimed', [unsure, idle, idle, ours]],
    ])('is not read %s', (_, lines) => expect(found(lines)).toEqual([]));

    it('is not read for claims that are shown only because the reader asks for less sure ones', () => {
      const shown = found([unsure, idle, idle, ours], 0.05);
      expect(shown).toContain(unsure);
      expect(shown).not.toContain(ours);
    });
  });

  it('reads words with signs in them that show nothing, and counts these signs', () => {
    const text = opEd
      .slice(0, 60)
      .map((example) => example.text)
      .join('\n');
    const hyphenated = text.replace(/(?<=\p{L}{3})(?=\p{L}{3})/gu, '\u00ad').replace(/^/gm, '\u200b');
    const plain = (claimText: string) => claimText.replace(/[\u00ad\u200b]/g, '');
    const claims = analyse(hyphenated, { model });
    expect(claims.length).toBeGreaterThan(20);
    expect(claims.map((claim) => plain(claim.text))).toEqual(
      analyse(text, { model }).map((claim) => claim.text),
    );
    for (const { start, end, text: own, matches } of claims) {
      expect(hyphenated.slice(start, end)).toBe(own);
      expect(own).toMatch(/^[^\u00ad\u200b].*[^\u00ad\u200b]$/);
      for (const { cues } of matches)
        for (const cue of cues) {
          expect(cue.end).toBeLessThanOrEqual(own.length);
          expect(text).toContain(plain(own.slice(cue.start, cue.end)));
        }
    }
  });

  it('parts sentences between which stands a mark of the text’s direction', () => {
    const sentences = opEd.slice(0, 30).map((example) => example.text);
    const claimsOf = (between: string) => analyse(sentences.join(between), { model }).map(({ text }) => text);
    expect(claimsOf('\u200e \u2067')).toEqual(claimsOf(' '));
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        analyse(`Seoul and Washington ${text}`, { model });
      }),
    );
  });

  it('finds nothing in news without the subject', () => {
    const offTopic = readTsv('tests/fixtures/engine/off-topic.tsv', 'off-topic');
    const shown = offTopic.filter((sentence) => judge(sentence, model).matches.length > 0);
    // One in a hundred, the bar for sentences on Korea alone or on China and America without it.
    expect(shown.length).toBeLessThanOrEqual(offTopic.length / 100);
  });

  it('finds what little there is in whole articles beside the subject, and hardly anything else', () => {
    const judged = judgeArticles('tests/fixtures/engine/beside.tsv', model);
    const { falseMarks, detection } = figuresOf(
      judged.map(({ gold }) => gold),
      judged.map(({ matches }) => ({ matches, ranking: [] })),
    );
    expect(falseMarks).toBeLessThanOrEqual(10); // per 1,000 sentences: the same bar
    expect(detection.r).toBeGreaterThan(0.5);
  });
});

describe('judge', () => {
  it('ranks all 28 arguments, best first', () => {
    const { ranking, matches } = judge(
      { text: 'Beijing warned Seoul against the American missile shield.' },
      model,
    );
    expect(new Set(ranking.map((r) => r.argument)).size).toBe(28);
    expect(ranking.map((r) => r.confidence)).toEqual(ranking.map((r) => r.confidence).sort((a, b) => b - a));
    expect(matches[0]?.argument).toBe(ranking[0]?.argument);
  });

  it.each([0.1, 0.38, 0.7])('leaves out no match for want of a closer look, from confidence %d', (least) => {
    const named = [...pairs, ...opEd].filter((one) => namesSubject(one));
    const shown = named.map((one) => matchesOf(one, model, least));
    expect(shown).toEqual(named.map((one) => judge(one, model, least).matches));
    expect(shown.filter(({ length }) => length === 0).length).toBeGreaterThan(20);
    expect(shown.filter(({ length }) => length > 0).length).toBeGreaterThan(100);
  });

  it('tells who acts: the same words with the roles swapped are another claim or none', () => {
    const china = judge(
      { text: 'Beijing warned Seoul that hosting the missile shield would cost it dearly.' },
      model,
    );
    const tokyo = judge(
      { text: 'Ankara warned Athens that hosting the missile shield would cost it dearly.' },
      model,
    );
    expect(china.matches[0]?.argument).toBe('diplomat/china-pressure');
    expect(tokyo.matches).toEqual([]);
  });

  it('names actors, direction and runner-up', () => {
    const { matches } = judge(
      { text: 'Beijing warned Seoul that hosting the missile shield would cost it dearly.' },
      model,
    );
    const why = matches[0]?.why;
    expect(why?.actors).toEqual(['china', 'korea', 'thaad']);
    expect(why?.direction).toEqual({ from: 'china', to: 'korea' });
    expect(why?.runnerUp?.argument).not.toBe('diplomat/china-pressure');
    expect(why?.deciding.length).toBeGreaterThan(0);
  });

  it('gives as reasons no words that tell a reader nothing', () => {
    const whys = [...opEd, ...pairs].flatMap((one) => judge(one, model).matches.map(({ why }) => why));
    const deciding = whys.flatMap((why) => why.deciding);
    const setting = whys.flatMap((why) => why.stanceWords);
    expect(deciding.filter((word) => /^(?:that|the|with|in|to|of|which|his|would)$/.test(word))).toEqual([]);
    expect(setting.filter((word) => /^(?:that|the|with|in|to|of|which|his)$/.test(word))).toEqual([]);
    const asked = judge(
      { text: 'Q Can Seoul really influence what China does about the North?' },
      model,
    ).matches;
    expect(asked[0]?.why.stanceWords).toContain('?');
    expect(asked.flatMap(({ why }) => [...why.stanceWords, ...why.deciding])).not.toContain('q');
    expect(setting).toContain('not');
    expect(setting).toContain('would');
  });

  it('says who acts on whom only where that deed decided', () => {
    const direction = (text: string) => judge({ text }, model).matches[0]?.why.direction;
    expect(direction('American lawmakers pressed Seoul to join the curbs on chip sales to China.')).toEqual({
      from: 'us',
      to: 'korea',
    });
    // It calls the charge unjustified; it does not call China.
    const text =
      'New Delhi calls the charge unjustified, pointing out that China buys more Russian crude than India does and pays no such duty.';
    expect(judge({ text }, model).matches).not.toEqual([]);
    expect(direction(text)).toBeUndefined();
  });

  describe('for words the reader chose', () => {
    const alone = (text: string) => ({ text, before: '', after: '' });

    it('suggests, on the subject or not', () => {
      expect(suggest(alone('The weather was fine.'), model)).toHaveLength(5);
      const text = 'South Korea will stay with its treaty ally.';
      const hyphenated = text.replace('treaty', 'trea\u00adty');
      expect(suggest(alone(hyphenated), model)).toEqual(suggest(alone(text), model));
    });

    it('suggests in an article what it finds in it, also where they mean a name further up', () => {
      const claims = [
        'South Korea has been punished by Beijing for hosting the American missile shield.',
        'Nine in ten South Koreans support the alliance with the United States.',
      ];
      const text = [...claims, 'The weather was fine.', 'It rained.', 'It gets the bill from both.'].join(
        '\n',
      );
      const at = text.indexOf('It gets');
      const found = suggest({ text: text.slice(at), before: text.slice(0, at), after: '' }, model);
      const [unknown] = suggest({ text: text.slice(at), before: 'It rained.', after: '' }, model);
      expect(found[0]?.argument).toBe('diplomat/two-partner-dilemma');
      expect(found[0]?.confidence).toBeGreaterThan(unknown?.confidence ?? 1);
      for (const { start, end, matches } of analyse(text, { model, threshold: 0 })) {
        const passage = {
          text: text.slice(start, end),
          before: text.slice(0, start),
          after: text.slice(end),
        };
        const [best] = suggest(passage, model);
        expect(best).toEqual({
          argument: matches[0]?.argument,
          stance: matches[0]?.stance,
          confidence: matches[0]?.confidence,
        });
      }
    });

    it('takes its neighbours as sentences, without what is left of quotation marks and stops', () => {
      const sentence = (before: string, after: string) => suggest({ text: 'It does.', before, after }, model);
      expect(sentence('It rained. Seoul hosts the shield. “', '” It rained. Beijing warned Seoul.')).toEqual(
        sentence('Seoul hosts the shield.', 'It rained.'),
      );
    });
  });
});

describe('cues', () => {
  it('cover at most two words in five, and masking them costs more than masking as many others', () => {
    const random = seededRandom(5);
    const outcomes: boolean[] = [];
    for (const sentence of opEd) {
      const words = [...sentence.text.matchAll(/\S+/g)].map((w) => ({
        start: w.index,
        end: w.index + w[0].length,
      }));
      for (const match of judge(sentence, model).matches) {
        const isCue = words.map((w) => match.cues.some((cue) => cue.start < w.end && cue.end > w.start));
        const count = isCue.filter(Boolean).length;
        expect(count / words.length).toBeLessThanOrEqual(0.4);
        const masked = (mask: readonly boolean[]): number => {
          const text = words
            .map((w, at) => (mask[at] ? '___' : sentence.text.slice(w.start, w.end)))
            .join(' ');
          return (
            judge({ ...sentence, text }, model).ranking.find((r) => r.argument === match.argument)
              ?.confidence ?? 0
          );
        };
        const others = Array.from({ length: 20 }, () => {
          const order = words.map((_, at) => [random(), at] as const).sort((a, b) => a[0] - b[0]);
          const chosen = new Set(order.slice(0, count).map(([, at]) => at));
          return masked(words.map((_, at) => chosen.has(at)));
        });
        outcomes.push(masked(isCue) < others.reduce((a, b) => a + b, 0) / others.length);
      }
    }
    expect(outcomes.length).toBeGreaterThan(50);
    expect(outcomes.filter(Boolean).length / outcomes.length).toBeGreaterThanOrEqual(0.9);
  }, 120_000);
});
