// @vitest-environment jsdom
import './fake-browser';
import './fake-dialog';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { Forget } from '../../../components/options/Forget';

it('asks about a day as the reader writes it', async () => {
  const nothing = () => undefined;
  await act(() =>
    render(
      <Forget sites={[]} forgotten={null} onForgetSite={nothing} onForgetDay={nothing} />,
      document.body,
    ),
  );
  const field = document.querySelector<HTMLInputElement>('#forget-day');
  if (!field?.form) throw new Error('no field for a day');
  field.value = '2026-11-21';
  await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await act(() => field.form?.requestSubmit());
  expect(document.querySelector('dialog b')?.textContent).toBe('21 Nov 2026');
});
