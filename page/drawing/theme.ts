/**
 * Whether the page's text stands on a light or a dark ground, by what is really painted behind `element`:
 * a page may be dark whatever the reader's system prefers.
 */
export function groundOf(element: Element): 'light' | 'dark' {
  for (let node: Element | null = element; node; node = node.parentElement ?? hostOf(node)) {
    const luminance = luminanceOf(getComputedStyle(node).backgroundColor);
    if (luminance !== null) return luminance < 0.4 ? 'dark' : 'light';
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return dark && scheme.includes('dark') ? 'dark' : 'light';
}

/** The element whose shadow a node stands in; null in the page's light. */
function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * Relative luminance, 0 to 1, of a computed colour; null where it lets through most of what is behind it, or is none
 * we know. Newer forms (`oklch()`, `lab()`, `color()`) are computed as themselves, never as `rgb()`; their lightness, or
 * a wider gamut taken for sRGB, is near enough to tell light from dark.
 */
function luminanceOf(colour: string): number | null {
  const [, form = '', inside = ''] = /^([a-z]+)\((.*)\)$/.exec(colour) ?? [];
  const parts = inside.split(/[\s,/]+/);
  const space = form === 'color' ? parts.shift() : undefined;
  const [first = 0, second = 0, third = 0, alpha = 1] = parts.map((part) => Number.parseFloat(part) || 0);
  if (alpha < 0.5) return null;
  switch (form) {
    case 'rgb':
    case 'rgba':
      return weighed([first / 255, second / 255, third / 255].map(linear));
    case 'color':
      if (space?.startsWith('xyz')) return second;
      return weighed(space?.endsWith('linear') ? [first, second, third] : [first, second, third].map(linear));
    case 'oklab':
    case 'oklch':
      return first ** 3;
    case 'lab':
    case 'lch':
      return ((first + 16) / 116) ** 3;
    default:
      return null;
  }
}

const linear = (share: number) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);

const weighed = ([red = 0, green = 0, blue = 0]: readonly number[]) =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue;
