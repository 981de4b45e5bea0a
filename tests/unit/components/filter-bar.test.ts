// @vitest-environment jsdom
import './fake-browser';
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import type { AnnotationFilter } from '../../../annotations/filter';
import { FilterBar } from '../../../components/library/FilterBar';

const room = document.createElement('div');
let filter: AnnotationFilter = {};
/** The choice of an outlet, with this filter in force. */
function show(next: AnnotationFilter) {
  filter = next;
  const props = {
    filter,
    order: 'newest' as const,
    shown: 1,
    total: 2,
    isComplete: true,
    tagsInUse: [],
    views: [],
  };
  const nothing = () => undefined;
  const callbacks = { onSaveView: nothing, onRemoveView: nothing, onFilter: show, onOrder: nothing };
  render(h(FilterBar, { ...props, ...callbacks, outlets: ['', 'Example News'] }), room);
  const choice = room.querySelector<HTMLSelectElement>('[aria-label="Outlet"]');
  if (!choice) throw new Error('no choice of an outlet');
  return choice;
}
function choose(at: number) {
  const choice = show(filter);
  choice.selectedIndex = at;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  return filter;
}

it('says so where only what names no outlet is shown, and can choose it', () => {
  const chosen = (next: AnnotationFilter) => show(next).selectedOptions[0]?.text;
  expect(chosen({ outlets: [''] })).toBe('No outlet named');
  expect(chosen({ outlets: ['Example News'] })).toBe('Example News');
  expect(chosen({})).toBe('All outlets');
  expect(choose(1)).toEqual({ outlets: [''] });
  expect(choose(2)).toEqual({ outlets: ['Example News'] });
  expect(choose(0)).toEqual({});
});
