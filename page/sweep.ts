import { HOST_ATTRIBUTE } from './card-host';
import { HIGHLIGHT_NAMES } from './paint-style';
import { SHEET_ATTRIBUTE } from './sheet';

/** Takes away what an older copy of the script (before an update or reload of the extension) left on the page. */
export function sweep(document: Document): void {
  for (const element of document.querySelectorAll(`[${HOST_ATTRIBUTE}], style[${SHEET_ATTRIBUTE}]`))
    element.remove();
  // Constructed sheets have no name of their own; in Firefox ours are elements, and the page's may not be read.
  try {
    const { adoptedStyleSheets } = document;
    const others = adoptedStyleSheets.filter((sheet) => !isOurs(sheet));
    if (others.length < adoptedStyleSheets.length) document.adoptedStyleSheets = others;
  } catch {
    // Nothing of ours can be in a list that cannot be read.
  }
  if (typeof CSS === 'undefined' || CSS.highlights === undefined) return;
  // Asked by name: a content script in Firefox may not walk over what the page's realm holds.
  for (const name of HIGHLIGHT_NAMES) CSS.highlights.delete(name);
}

function isOurs({ cssRules }: CSSStyleSheet): boolean {
  return cssRules[0]?.cssText.includes('::highlight(tightrope-') ?? false;
}
