// @vitest-environment jsdom
import './fake-browser';
import { type ComponentChild, render } from 'preact';
import { expect, it } from 'vitest';
import type { AnchorState } from '../../../annotations/types';
import { AnchorSum } from '../../../components/AnchorSum';
import { InContext } from '../../../components/InContext';
import { annotation, page, target } from '../annotations/samples';

function textOf(child: ComponentChild): string {
  const room = document.createElement('div');
  render(child, room);
  return room.textContent ?? '';
}

it('names the headline above a claim, but not the article’s own again', () => {
  const under = (headline: string) =>
    textOf(<InContext annotation={annotation({ target: { ...target('It stays.'), headline } })} cues={[]} />);
  expect(under('What the ministry says')).toBe('It stays.Under the headline “What the ministry says”');
  expect(under(` ${page.title.replace(' ', '\n')}`)).toBe('It stays.');
});

it('sums up the places above the list only where one of them is not sure, and of all, whatever is hidden', () => {
  const sum = (states: readonly AnchorState[], onlyIfAmiss: boolean) =>
    textOf(
      <AnchorSum
        annotations={states.map((state) => annotation({ verdict: 'dismissed', anchor: { state } }))}
        onlyIfAmiss={onlyIfAmiss}
      />,
    );
  expect(sum(['anchored', 'anchored'], true)).toBe('');
  expect(sum(['anchored', 'anchored'], false)).toContain('2 stored = 2 in place + 0 uncertain');
  expect(sum(['anchored', 'orphaned'], true)).toContain('2 stored = 1 in place + 0 uncertain + 1 no longer');
});
