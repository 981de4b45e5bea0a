import { openRoots } from '../article/roots';
import { HIGHLIGHT_NAMES } from './paint-style';
import { HOST_ATTRIBUTE, SHEET_ATTRIBUTE } from './sheet';

/** Takes away what an older copy of the script (before an update or reload of the extension) left on the page. */
export function sweep(document: Document): void {
  const painted = sweepHighlights();
  const left = document.querySelectorAll(`[${HOST_ATTRIBUTE}], style[${SHEET_ATTRIBUTE}]`);
  for (const element of left) element.remove();
  sweepSheets(document);
  // Every element has to be asked for its shadow root: only where an older copy has been at work.
  if (!painted && left.length === 0) return;
  for (const root of openRoots(document)) {
    for (const element of root.querySelectorAll(`style[${SHEET_ATTRIBUTE}]`)) element.remove();
    sweepSheets(root);
  }
}

/** @returns whether there was anything painted */
function sweepHighlights(): boolean {
  if (typeof CSS === 'undefined' || CSS.highlights === undefined || CSS.highlights.size === 0) return false;
  let painted = false;
  // Asked by name: a content script in Firefox may not walk over what the page's realm holds.
  for (const name of HIGHLIGHT_NAMES) painted = CSS.highlights.delete(name) || painted;
  return painted;
}

/** Constructed sheets have no name of their own; in Firefox ours are elements, and the page's may not be read. */
function sweepSheets(root: Document | ShadowRoot): void {
  try {
    const { adoptedStyleSheets } = root;
    const others = adoptedStyleSheets.filter((sheet) => !isOurs(sheet));
    if (others.length < adoptedStyleSheets.length) root.adoptedStyleSheets = others;
  } catch {
    // Nothing of ours can be in a list that cannot be read.
  }
}

function isOurs({ cssRules }: CSSStyleSheet): boolean {
  return cssRules[0]?.cssText.includes('::highlight(tightrope-') ?? false;
}
