/** Which frame of a tab holds its article, where the reader asks for a page that no sentinel watches over. */
import { browser } from 'wxt/browser';

/** Characters of paragraphs from which a frame may hold the article. */
const ENOUGH = 600;

/**
 * The frame to annotate: the page itself, unless that is a shell around a large frame of its own origin.
 * @returns 0 also where the browser keeps us out
 */
export async function articleFrame(tabId: number): Promise<number> {
  const looks = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: textOfFrame })
    .catch(() => []);
  const lengths = looks.map(({ frameId, result }) => ({ frameId, length: Number(result) || 0 }));
  const own = lengths.find(({ frameId }) => frameId === 0)?.length ?? 0;
  const [best] = lengths.filter(({ frameId }) => frameId !== 0).sort((a, b) => b.length - a.length);
  return best && best.length >= ENOUGH && best.length > 2 * own ? best.frameId : 0;
}

/** Runs in a frame: the length of its paragraphs; 0, and nothing read, where it is not the page's own or is small. */
function textOfFrame(): number {
  for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
    const { frameElement, parent } = inner;
    if (!frameElement) return 0;
    const { width, height } = frameElement.getBoundingClientRect();
    if (width < parent.innerWidth / 2 || height < parent.innerHeight / 2) return 0;
  }
  let length = 0;
  for (const p of document.querySelectorAll('p')) length += p.textContent?.length ?? 0;
  return length;
}
