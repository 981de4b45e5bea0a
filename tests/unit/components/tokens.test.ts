/** The colours of tokens.css keep WCAG's contrast, light and dark; type is set in its sizes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paintCss } from '../../../page/drawing/paint-style';

const components = join(import.meta.dirname, '../../../components');
const css = readFileSync(join(components, 'tokens.css'), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

const GROUNDS = ['paper', 'surface', 'sunken'];
const pairs: readonly (readonly [string, string, number])[] = [
  ...['ink', 'ink-2', 'accent', 'danger', 'diplomat', 'kelly'].flatMap((text) =>
    GROUNDS.map((ground) => [text, ground, 4.5] as const),
  ),
  ...['ink', 'ink-2'].flatMap((text) =>
    ['diplomat-wash', 'kelly-wash', 'accent-wash', 'cue'].map((ground) => [text, ground, 4.5] as const),
  ),
  ['danger', 'danger-wash', 4.5],
  ['ink', 'danger-wash', 4.5],
  ['on-accent', 'accent', 4.5],
  // The edges of fields and buttons.
  ...GROUNDS.map((ground) => ['line-strong', ground, 3] as const),
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  // A news page has none of our tokens: the painting writes them out.
  test.each(['diplomat', 'kelly'])('the hue of %s is the one claims are painted with', (essay) => {
    expect(paintCss(theme, 'underline')).toContain(
      `::highlight(tightrope-${essay}-echoes){background-color:transparent;text-decoration:underline solid ${colours.get(essay)?.[theme]} `,
    );
  });
  test.each(pairs)('%s on %s', (text, ground, least) => {
    const [front, back] = [colours.get(text), colours.get(ground)];
    if (!front || !back) throw new Error(`tokens.css has no ${text} or no ${ground}`);
    expect(contrast(front[theme], back[theme])).toBeGreaterThanOrEqual(least);
  });
});

// The card has them in pixels, and says why; the first page's title grows with the window.
test('type is set in the sizes there are', () => {
  const scale = [...css.matchAll(/--(?:tiny|small|body|large|heading|title): ([\d.]+rem);/g)].map(
    ([, size]) => size,
  );
  const sheets = readdirSync(components, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.css') && !file.endsWith('card.css'),
  );
  const others = sheets.flatMap((file) =>
    [...readFileSync(join(components, file), 'utf8').matchAll(/font-size: ([^;]+);/g)]
      .map(([, size = '']) => size)
      .filter((size) => !/^(?:var|clamp)\(|^(?:100%|inherit)$/.test(size) && !scale.includes(size))
      .map((size) => `${file}: ${size}`),
  );
  expect(sheets.length).toBeGreaterThan(10);
  expect(others).toEqual([]);
});
