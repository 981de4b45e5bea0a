// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';

const { Claims } = await import('../../../components/library/Claims');
const { PLAIN } = await import('../../../components/library-view');

test('a key does what it does as the library is now, though only what was said has changed', async () => {
  const nothing = () => undefined;
  const wait = async () => undefined;
  const props = {
    view: PLAIN,
    collection: {
      claims: null,
      total: 1,
      isComplete: false,
      error: null,
      outlets: [],
      tags: [],
      notesAlone: [],
      deleted: [],
    },
    chosen: null,
    edits: {
      onVerdict: nothing,
      onCorrect: nothing,
      onNote: wait,
      onTags: wait,
      onRemove: nothing,
      onPlace: nothing,
      onPageNote: wait,
      onForgetPage: nothing,
      onVerdictAll: nothing,
      onTagAll: nothing,
      onUntagAll: nothing,
      onRemoveAll: nothing,
      onRenameTag: nothing,
      onBringBack: nothing,
      onUndo: nothing,
    },
    savedViews: { views: [], onSave: nothing, onRemove: nothing },
    exporting: { onExport: nothing, onCopy: nothing },
    onView: nothing,
  };
  const opened: string[] = [];
  for (const when of ['before', 'after'])
    await act(() => render(<Claims {...props} onDialog={() => void opened.push(when)} />, document.body));
  document.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }));
  expect(opened).toEqual(['after']);
});
