import { HOST_NAME } from './card-host';
import { SHEET_ATTRIBUTE } from './sheet';

/** Takes away what an older copy of the script (before an update or reload of the extension) left on the page. */
export function sweep(document: Document): void {
  for (const element of document.querySelectorAll(`${HOST_NAME}, style[${SHEET_ATTRIBUTE}]`))
    element.remove();
  if (typeof CSS === 'undefined' || CSS.highlights === undefined) return;
  for (const name of [...CSS.highlights.keys()]) {
    if (name.startsWith('tightrope-')) CSS.highlights.delete(name);
  }
}
