// @vitest-environment jsdom
import './fake-browser';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { paintCss } from '../../../page/drawing/paint-style';

const { Legend } = await import('../../../components/PaintSample');

test('the legend has every line a page is painted with', () => {
  render(<Legend />, document.body);
  const shown = [...document.querySelectorAll<HTMLElement>('.legend-line')].map(
    ({ dataset }) => dataset.stance ?? dataset.anchor,
  );
  const painted = [...paintCss('light', 'highlight').matchAll(/tightrope-kelly-(\w+)/g)].map(
    ([, line]) => line,
  );
  expect(shown.toSorted()).toEqual(painted.toSorted());
});
