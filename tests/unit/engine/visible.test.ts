import { describe, expect, it } from 'vitest';
import { visible } from '../../../engine/visible';
import { match } from '../annotations/samples';

/** What a claim found in the seen text is in the source: its words, and those of its cues. */
function inSource(source: string, claimed: string, cue: string) {
  const { text, inSource } = visible(source);
  const start = text.indexOf(claimed);
  const at = claimed.indexOf(cue);
  const matches = [match({ cues: [{ start: at, end: at + cue.length }] })];
  const claim = inSource({ text: claimed, start, end: start + claimed.length, matches });
  expect(source.slice(claim.start, claim.end)).toBe(claim.text);
  return {
    text: claim.text,
    cues: claim.matches[0]?.cues.map((span) => claim.text.slice(span.start, span.end)),
  };
}

describe('a text with signs that show nothing', () => {
  it('is read without them', () => {
    const signs = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'];
    expect(visible(`${signs[5]}Se${signs.join('')}oul${signs[1]}.`).text).toBe('Seoul.');
  });

  it('has claims and cues of its own words, without the signs around them', () => {
    const source = '\ufeffFirst. \u200bSe\u00adoul hedges for\u00adever.\u200b\u00ad Then more.';
    expect(inSource(source, 'Seoul hedges forever.', 'forever')).toEqual({
      text: 'Se\u00adoul hedges for\u00adever.',
      cues: ['for\u00adever'],
    });
    expect(inSource(source, 'Seoul hedges forever.', 'Seoul').cues).toEqual(['Se\u00adoul']);
  });
});
