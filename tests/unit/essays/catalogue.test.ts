import { describe, expect, it } from 'vitest';
import { argumentOf, arguments_, essayOf, essays, isArgumentId, relatedTo } from '../../../essays/catalogue';
import { creditOf, paragraphLink } from '../../../essays/links';
import { paragraphEnds } from '../../../essays/paragraphs';

const relationTypes = ['supports', 'rebuts', 'qualifies', 'answers', 'explains', 'parallels'];

describe('catalogue', () => {
  it('has 15 + 13 arguments of two essays, each with every field', () => {
    expect(essays.map((essay) => essay.id)).toEqual(['diplomat', 'kelly']);
    expect(arguments_.filter((a) => a.essay === 'diplomat')).toHaveLength(15);
    expect(arguments_.filter((a) => a.essay === 'kelly')).toHaveLength(13);
    expect(new Set(arguments_.map((a) => a.id)).size).toBe(28);
    for (const argument of arguments_) {
      expect(argument.id).toMatch(new RegExp(`^${argument.essay}/[a-z-]+$`));
      expect(argument.label.length).toBeGreaterThan(5);
      expect(argument.thesis).toMatch(/\.$/);
      expect(['author', 'reported']).toContain(argument.voice);
      expect(paragraphEnds[argument.essay][argument.paragraph], argument.id).toBeDefined();
    }
  });

  it('relates arguments that exist, not to themselves, by known types, once', () => {
    for (const { id, relations } of arguments_) {
      expect(new Set(relations.map((r) => r.to)).size).toBe(relations.length);
      for (const { type, to } of relations) {
        expect(relationTypes).toContain(type);
        expect(isArgumentId(to), `${id} → ${to}`).toBe(true);
        expect(to).not.toBe(id);
      }
    }
  });

  it('sees each relation from both ends', () => {
    const seen = relatedTo('diplomat/balance-may-not-last').map((r) => `${r.type} ${r.argument.id}`);
    expect(seen).toContain('rebutted-by kelly/no-looming-choice');
    expect(seen).toContain('answered-by diplomat/no-rash-realignment');
    const all = arguments_.reduce((n, a) => n + relatedTo(a.id).length, 0);
    expect(all).toBe(2 * arguments_.reduce((n, a) => n + a.relations.length, 0));
  });

  it('refuses unknown ids', () => {
    expect(isArgumentId('kelly/nothing')).toBe(false);
    expect(isArgumentId(7)).toBe(false);
    expect(() => argumentOf('kelly/nothing')).toThrow(RangeError);
    expect(() => essayOf('other/x' as never)).toThrow(RangeError);
  });
});

describe('links and credit', () => {
  it('opens each paragraph with at most six words at each end and no bare syntax character', () => {
    for (const { id } of arguments_) {
      const [url, directive = ''] = paragraphLink(id).split('#:~:text=');
      expect(URL.canParse(url ?? '')).toBe(true);
      const parts = directive.split(',');
      expect(parts).toHaveLength(2);
      for (const part of parts) {
        expect(part).not.toMatch(/[-&]/);
        expect(decodeURIComponent(part).split(' ').length).toBeLessThanOrEqual(6);
      }
    }
  });

  it('names an author only where the text does', () => {
    expect(creditOf(essayOf('kelly'))).toBe('Robert Kelly, CGTN, 2 April 2021');
    expect(creditOf(essayOf('diplomat'))).toBe('The Diplomat, December 2021');
  });
});
