// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { Threshold } from '../../../components/options/Threshold';

const onChange = vi.fn();
const show = (threshold: number) =>
  act(() =>
    render(
      <Threshold
        threshold={threshold}
        total={10}
        shownAt={(at) => Math.round(10 * (1 - at))}
        onChange={onChange}
      />,
      document.body,
    ),
  );
const slider = () => document.querySelector('input') as HTMLInputElement;
const drag = (to: string, event: 'input' | 'change') =>
  act(() => {
    slider().value = to;
    slider().dispatchEvent(new Event(event, { bubbles: true }));
  });

test('says what its place means while it moves, and is set once it is let go', async () => {
  await show(0.38);
  await drag('0.9', 'input');
  expect(onChange).not.toHaveBeenCalled();
  const said = 'Shown from 90 in 100 upwards. Only what is almost certain. You will miss some.';
  expect(slider().getAttribute('aria-valuetext')).toBe(
    `${said} Of what you have collected, 1 of 10 would be shown.`,
  );
  expect(document.body.textContent).toContain(said);
  await drag('0.9', 'change');
  expect(onChange).toHaveBeenCalledExactlyOnceWith(0.9);
});

test('follows what is set elsewhere', async () => {
  await show(0.38);
  await show(0.6);
  expect(slider().valueAsNumber).toBe(0.6);
});
