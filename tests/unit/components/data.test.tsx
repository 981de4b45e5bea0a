// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../annotations/settings';
import { Data } from '../../../components/options/Data';

test('everything can be deleted also where there is no claim: notes, removals and copies are kept as well', async () => {
  await act(() =>
    render(
      <Data
        settings={DEFAULT_SETTINGS}
        count={0}
        bytes={0}
        deleted={false}
        progress={null}
        said=""
        onChange={() => undefined}
        onExport={() => undefined}
        onImport={() => expect.unreachable()}
        onDeleteAll={() => undefined}
      />,
      document.body,
    ),
  );
  const buttons = [...document.querySelectorAll('button')];
  expect(buttons.find(({ textContent }) => textContent === 'Delete everything')?.disabled).toBe(false);
});
