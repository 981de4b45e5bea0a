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

/** Relative luminance, 0 to 1, of a computed colour; null where it lets through most of what is behind it. */
function luminanceOf(colour: string): number | null {
  const numbers = colour.match(/[\d.]+/g)?.map(Number);
  if (!numbers || !colour.startsWith('rgb')) return null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  if (alpha < 0.5) return null;
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
