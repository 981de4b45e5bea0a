// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { annotation, page } from '../annotations/samples';

const { Detail } = await import('../../../components/library/Detail');

afterEach(() => render(null, document.body));

const nothing = () => undefined;
const edits = {
  onVerdict: nothing,
  onCorrect: nothing,
  onNote: async () => undefined,
  onTags: async () => undefined,
  onRemove: nothing,
  onPlace: nothing,
  onPageNote: async () => undefined,
  onForgetPage: nothing,
};
const show = (pageNote: string, of = page) =>
  act(() =>
    render(
      <Detail
        chosen={{ annotation: annotation({ page: of }), link: null, pageNote }}
        order="newest"
        tagsInUse={[]}
        edits={edits}
        exporting={{ onExport: nothing, onCopy: nothing }}
      />,
      document.body,
    ),
  );
const fold = () => document.querySelector('textarea[placeholder]:not(#note)')?.closest('details');

test('the note on an article stays open while it is emptied and written anew', async () => {
  await show('What to make of it?');
  expect(fold()?.open).toBe(true);
  await show('');
  expect(fold()?.open).toBe(true);
  await show('Much.');
  expect(fold()?.open).toBe(true);
});

test('it is folded where there is none, article by article', async () => {
  await show('');
  expect(fold()?.open).toBe(false);
  await show('There is one here.', { ...page, key: 'another' });
  expect(fold()?.open).toBe(true);
});
