import { useEffect } from 'preact/hooks';
import { hitsOf } from '../../services/search/search-hits';

/** What the search looks at, where the library shows it. */
const PLACES =
  '.claim-list .row, .detail > header, .detail .in-context, .detail .argument h3, .detail .tags-field';
const NAME = 'hit';

/** The ranges of a pattern's matches in an element's text. */
function rangesIn(place: Element, pattern: RegExp): Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    for (const { index, 0: hit } of (text.nodeValue ?? '').matchAll(pattern)) {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + hit.length);
      ranges.push(range);
    }
  return ranges;
}

/**
 * Marks what is looked for in list and detail, without a change to either: rows come and go as one scrolls, and the
 * engine's own marks may overlap. Where the browser cannot paint so, nothing is marked.
 */
export function useHits(typed: string): void {
  useEffect(() => {
    const pattern = hitsOf(typed);
    const { highlights } = CSS;
    if (!pattern || !highlights) return;
    let frame = 0;
    const mark = () => {
      frame = 0;
      const ranges = [...document.querySelectorAll(PLACES)].flatMap((place) => rangesIn(place, pattern));
      highlights.set(NAME, new Highlight(...ranges));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(mark);
    };
    const observer = new MutationObserver(soon);
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    soon();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      highlights.delete(NAME);
    };
  }, [typed]);
}
