/** Characters of text below which a page counts as not there yet. */
export const EMPTY = 200;
/**
 * When to look (milliseconds after the look before), while the page's text is not there, or is still the former one.
 */
const LOOKS = [300, 400, 700, 1200, 2000, 3500, 5000];

/**
 * A hidden tab leaves the machine to the one the reader looks at, but not for longer than this (milliseconds): then it
 * is read all the same, so that its badge tells what is in it.
 */
const PATIENCE = 8000;

/** Rendered ahead of a visit that may never come. */
const isPrerendered = (document: Document) =>
  (document as Document & { readonly prerendering?: boolean }).prerendering === true;

/**
 * Calls back once there is a reader: at once, where they have or once had the page before their eyes; when a hidden
 * tab is shown, or after eight seconds behind another; never before a prerendered page is visited.
 * @returns a function that gives up the wait
 */
export function whenSeen(document: Document, seen: () => void): () => void {
  // What is hidden from the start is never painted.
  const isHidden =
    document.visibilityState === 'hidden' && performance.getEntriesByType('paint').length === 0;
  if (!isHidden && !isPrerendered(document)) {
    seen();
    return () => undefined;
  }
  const wait = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    wait.abort();
    clearTimeout(timer);
  };
  const end = () => {
    if (isPrerendered(document)) return;
    stop();
    seen();
  };
  const look = () => {
    if (document.visibilityState !== 'hidden') end();
    else timer ??= isPrerendered(document) ? undefined : setTimeout(end, PATIENCE);
  };
  for (const type of ['visibilitychange', 'prerenderingchange'])
    document.addEventListener(type, look, { signal: wait.signal });
  look();
  return stop;
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

/**
 * Calls back once a page has changed, and had some time after that for more. While it does not change this costs
 * nothing, and of many changes only the first is heard.
 * @param trees the document, and what else is to be heard of
 * @param wait milliseconds from the change to the call
 * @returns a function that ends the wait
 */
export function afterChange(trees: readonly Node[], wait: number, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    timer = setTimeout(changed, wait);
  });
  for (const tree of trees) observer.observe(tree, { childList: true, characterData: true, subtree: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
