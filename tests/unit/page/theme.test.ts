// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { groundOf } from '../../../page/drawing/theme';

afterEach(() => vi.unstubAllGlobals());

/** The ground of a text in a box of one computed background, on a page of another. */
function ground(box: string, page: string) {
  const article = document.createElement('article');
  document.body.replaceChildren(article);
  const colours = new Map<Element, string>([
    [article, box],
    [document.body, page],
  ]);
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('getComputedStyle', (of: Element) => ({
    backgroundColor: colours.get(of) ?? 'rgba(0, 0, 0, 0)',
    colorScheme: 'normal',
  }));
  return groundOf(article);
}

it.each([
  ['rgb(17, 24, 39)', 'dark'],
  ['rgba(255, 255, 255, 0.9)', 'light'],
  ['oklch(0.208 0.042 265.755)', 'dark'],
  ['oklch(0.985 0.002 247.839)', 'light'],
  ['oklch(0.208 0.042 265.755 / 0.95)', 'dark'],
  ['oklab(0.98 1e-05 none)', 'light'],
  ['lab(8.1 0.2 -13.4)', 'dark'],
  ['lch(none 0 none)', 'dark'],
  ['lch(97 3 200)', 'light'],
  ['color(srgb 0.07 0.09 0.15)', 'dark'],
  ['color(display-p3 0.98 0.98 1)', 'light'],
  ['color(srgb-linear 0.5 0.5 0.5)', 'light'],
  ['color(xyz-d65 0.02 0.02 0.03 / 1)', 'dark'],
])('a text on %s stands on a %s ground', (colour, expected) => {
  const other = expected === 'dark' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)';
  expect(ground(colour, other)).toBe(expected);
  expect(ground('rgba(0, 0, 0, 0)', colour)).toBe(expected);
});

it.each(['oklch(1 0 0 / 0.1)', 'color(srgb 1 1 1 / 0.2)', 'rgba(255, 255, 255, 0.05)', ''])(
  '%s lets the page’s own ground through',
  (colour) => expect(ground(colour, 'rgb(0, 0, 0)')).toBe('dark'),
);
