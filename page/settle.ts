/** Characters of text below which a page counts as not there yet. */
const EMPTY = 200;
/** When to look (milliseconds after the look before), while the page's text is not there, or is still the former one. */
const LOOKS = [300, 400, 700, 1200, 2000, 3500, 5000];

/** Whether the reader has the page before their eyes: neither in a hidden tab nor rendered ahead of a visit. */
export function isSeen(document: Document): boolean {
  const { prerendering } = document as Document & { readonly prerendering?: boolean };
  return !prerendering && document.visibilityState !== 'hidden';
}

/**
 * Calls back once the reader sees the page: at once, or when a hidden tab is shown or a prerendered page is visited.
 * @returns a function that gives up the wait
 */
export function whenSeen(document: Document, seen: () => void): () => void {
  if (isSeen(document)) {
    seen();
    return () => undefined;
  }
  const wait = new AbortController();
  const look = () => {
    if (!isSeen(document)) return;
    wait.abort();
    seen();
  };
  for (const type of ['visibilitychange', 'prerenderingchange'])
    document.addEventListener(type, look, { signal: wait.signal });
  return () => wait.abort();
}

/**
 * After the page went elsewhere by itself: waits until it shows another text, and the same one at two looks, so that it
 * is not read half built. Gives up after some thirteen seconds.
 * @param read the page's leading text.
 * @param isFormer whether what the page shows is still the former article.
 * @param done gets the text as it last was; `changed` is false where the former article stayed.
 * @returns a function that ends the wait
 */
export function whenSettled(
  read: () => string,
  isFormer: (text: string) => boolean,
  done: (text: string, changed: boolean) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  const look = (attempt: number) => {
    const wait = LOOKS[attempt];
    const text = read();
    const former = isFormer(text);
    if (wait === undefined || (!former && text.length >= EMPTY && text === last)) return done(text, !former);
    last = text;
    timer = setTimeout(() => look(attempt + 1), wait);
  };
  timer = setTimeout(() => look(1), LOOKS[0]);
  return () => clearTimeout(timer);
}
