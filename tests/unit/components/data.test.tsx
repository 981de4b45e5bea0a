// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../annotations/settings';
import { Data } from '../../../components/options/Data';

const nothing = () => undefined;

/** The settings' part on what is stored, of an empty store; the buttons it offers. */
async function offered(onOpenNormal: (() => void) | null = null): Promise<HTMLButtonElement[]> {
  await act(() =>
    render(
      <Data
        settings={DEFAULT_SETTINGS}
        onOpenNormal={onOpenNormal}
        count={0}
        bytes={0}
        quota={null}
        persisted={null}
        lastBackup={null}
        forget={{ sites: [], forgotten: null, onForgetSite: nothing, onForgetDay: nothing }}
        progress={null}
        isBusy={false}
        said=""
        onChange={nothing}
        onExport={nothing}
        onImport={() => expect.unreachable()}
        onDeleteAll={nothing}
      />,
      document.body,
    ),
  );
  return [...document.querySelectorAll('button')];
}
const textOf = ({ textContent }: HTMLButtonElement) => textContent;

test('everything can be deleted also where there is no claim: notes, removals and copies are kept as well', async () => {
  const button = (await offered()).find((one) => textOf(one) === 'Delete everything');
  expect(button?.disabled).toBe(false);
});

test('a private window’s settings offer nothing to be done with a store that is not the reader’s', async () => {
  const open = vi.fn();
  const buttons = await offered(open);
  expect(buttons.map(textOf)).toEqual(['Open in a normal window']);
  expect(document.querySelectorAll('[name=keep]')).toHaveLength(2);
  buttons[0]?.click();
  expect(open).toHaveBeenCalled();
});
