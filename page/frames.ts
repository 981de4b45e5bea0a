/** Share of the window, across and down, that a frame covers where it stands for the page. */
const LARGE = 0.5;

/** Whether this script runs in a frame rather than in the page itself. */
export const isFramed = () => window !== window.top;

/** Whether all pages around this frame are of its own origin: others' frames are left alone. */
export function isOwnFrame(): boolean {
  return framesAround() !== null;
}

/** The frame elements this script's window stands in, from inside out; null where one is of another origin. */
function framesAround(): Element[] | null {
  const frames: Element[] = [];
  try {
    for (let inner: Window = window; inner !== inner.parent; inner = inner.parent) {
      const { frameElement } = inner;
      if (!frameElement) return null;
      frames.push(frameElement);
    }
  } catch {
    return null;
  }
  return frames;
}

/** Whether this frame, and every one around it, covers much of its window. */
export function isLargeFrame(): boolean {
  return framesAround()?.every(isLarge) === true;
}

/**
 * Calls back once this frame, and every one around it, covers much of its window: at once, or when it is shown or
 * grows, which both browsers tell a frame as a change of its size, from none if it was not displayed.
 * @returns a function that gives up the wait
 */
export function whenLarge(large: () => void): () => void {
  const wait = new AbortController();
  const look = () => {
    if (!isLargeFrame()) return;
    wait.abort();
    large();
  };
  addEventListener('resize', look, { signal: wait.signal });
  look();
  return () => wait.abort();
}

/**
 * Whether this (large) frame holds the page's article: it is the page's own, and the pages around it have little text
 * of their own.
 * @param text the frame's leading text
 * @param read reads that of a page around it
 */
export function standsForPage(text: string, read: (document: Document) => string): boolean {
  const frames = framesAround() ?? [];
  const isPart = (frame: Element) => read(frame.ownerDocument).length < text.length / 2;
  return frames.length > 0 && frames.every(isPart);
}

/**
 * Whether a page is more than a shell around a frame of its own origin, which will speak for it.
 * @param text the page's leading text
 * @param isLast whether nobody looks again: a frame without its text by now is taken for one without an article
 * @param read reads that of a frame
 */
export function speaksForItself(
  document: Document,
  text: string,
  isLast: boolean,
  read: (document: Document) => string,
): boolean {
  // Its window knows of no frame: mostly there is none to look for.
  if (document.defaultView?.length === 0) return true;
  // The document of a frame of another origin is null.
  const frames = document.querySelectorAll<HTMLIFrameElement | HTMLFrameElement>('iframe, frame');
  const inner = [...frames].flatMap((frame) => (isLarge(frame) ? (frame.contentDocument ?? []) : []));
  return inner.length === 0 || (isLast && inner.every((other) => read(other).length <= text.length * 2));
}

function isLarge(frame: Element): boolean {
  const { width, height } = frame.getBoundingClientRect();
  const { innerWidth, innerHeight } = frame.ownerDocument.defaultView ?? window;
  return width >= innerWidth * LARGE && height >= innerHeight * LARGE;
}
