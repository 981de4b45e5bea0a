// @vitest-environment jsdom
import './fake-browser';
import { h, render } from 'preact';
import { expect, it } from 'vitest';
import type { AnnotationFilter } from '../../../annotations/filter';
import { FilterBar } from '../../../components/library/FilterBar';
import { hashOf, type LibraryView, PLAIN, viewOfHash } from '../../../components/library-view';

const room = document.createElement('div');
document.body.append(room);
let filter: AnnotationFilter = {};
/** A choice, with this filter in force. */
let renamed: string[][] = [];
function show(next: AnnotationFilter, label = 'Outlet', tagsInUse: readonly string[] = []) {
  filter = next;
  const nothing = () => undefined;
  const props = {
    view: { ...PLAIN, filter },
    collection: {
      claims: [],
      total: 2,
      isComplete: true,
      error: null,
      outlets: ['', 'Example News'],
      tags: tagsInUse,
      notesAlone: [],
      deleted: [],
    },
    savedViews: { views: [], onSave: nothing, onRemove: nothing },
    onView: (wanted: LibraryView) => void show(wanted.filter),
    onRenameTag: (...names: string[]) => void renamed.push(names),
  };
  render(h(FilterBar, props), room);
  const choice = room.querySelector<HTMLSelectElement>(`[aria-label="${label}"]`);
  if (!choice) throw new Error(`no choice “${label}”`);
  return choice;
}
function choose(at: number, label?: string) {
  const choice = show(filter, label);
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

it('can leave out what was dismissed, and the address keeps it', () => {
  show({});
  const asked = choose(1, 'Verdict');
  expect(asked).toEqual({ verdicts: ['found', 'confirmed', 'added'] });
  const { filter: kept } = viewOfHash(hashOf({ ...PLAIN, filter: asked }));
  expect(show(kept, 'Verdict').selectedOptions[0]?.text).toBe('All except dismissed');
  expect(show({ verdicts: ['dismissed'] }, 'Verdict').selectedOptions[0]?.text).toBe('Dismissed');
});

it('renames the tag it is filtered by, and says before that two become one', async () => {
  renamed = [];
  show({ tags: ['trade'] }, 'Tags', ['chips', 'trade']);
  const field = () => room.querySelector<HTMLInputElement>('[aria-label="New name of the tag “trade”"]');
  const button = () => room.querySelector<HTMLButtonElement>('.rename-tag button');
  const type = (text: string) => {
    Object.assign(field() ?? {}, { value: text });
    field()?.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const said = () => room.querySelector('.rename-tag [role=status]')?.textContent;
  expect(field()?.value).toBe('trade');
  for (const none of ['', ' trade ', 'a, b']) {
    type(none);
    await expect.poll(() => button()?.disabled).toBe(true);
    type('commerce');
    await expect.poll(() => button()?.disabled).toBe(false);
  }
  expect(said()).toBe('');
  type(' chips ');
  await expect.poll(said).toMatch(/already a tag “chips”.*become one/);
  button()?.click();
  expect(renamed).toEqual([['trade', 'chips']]);
  expect(document.activeElement).toBe(room.querySelector('.rename-tag summary'));
  show({ tags: ['chips', 'trade'] }, 'Tags');
  expect(room.querySelector('.rename-tag')).toBeNull();
});
