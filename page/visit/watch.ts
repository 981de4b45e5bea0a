/** Added text shorter than this (characters) is a counter, a time stamp or an advertisement's label. */
const SHORTEST = 40;
/** Mutations are looked at once they pause for this long, in milliseconds. */
const PAUSE = 700;
/** A page that goes on changing is looked at every so often all the same. */
const LONGEST_WAIT = 4000;
/** With nothing worth looking at for this long the watch ends. */
const QUIET = 10 * 60_000;

/**
 * Watches an article for text that comes or changes late, with one observer; calls back after a pause. Around the article
 * it sees one thing only: that the page took it away, perhaps to put another copy in its place.
 * @param root the element that holds the article.
 * @param isLate whether it changed before the watch began: then it is looked at after a pause as well.
 * @param onQuiet hears of the watch's end by itself, after ten quiet minutes.
 * @returns a function that ends the watch.
 */
export function watchArticle(
  root: Element | ShadowRoot,
  isLate: boolean,
  onChange: () => void,
  onQuiet: () => void,
): () => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let quiet = setTimeout(rest, QUIET);
  const observer = new MutationObserver((records) => {
    const isAround = ({ target }: MutationRecord) => target !== root && !root.contains(target);
    if (records.some((record) => (isAround(record) ? !root.isConnected : isWorthALook(record)))) wait();
  });
  for (let around = parentOf(root); around; around = parentOf(around))
    observer.observe(around, { childList: true });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  if (isLate) wait();
  function wait() {
    const now = Date.now();
    if (pause === undefined) first = now;
    else clearTimeout(pause);
    clearTimeout(quiet);
    quiet = setTimeout(rest, QUIET);
    pause = setTimeout(
      () => {
        pause = undefined;
        onChange();
      },
      Math.max(0, Math.min(PAUSE, first + LONGEST_WAIT - now)),
    );
  }
  function rest() {
    stop();
    onQuiet();
  }
  function stop() {
    observer.disconnect();
    clearTimeout(pause);
    clearTimeout(quiet);
  }
  return stop;
}

const parentOf = (node: Node): Node | null =>
  node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);

/** Text added, taken away or rewritten; not the flicker of counters and advertisements. */
function isWorthALook({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === 'characterData') return (target.nodeValue?.length ?? 0) >= SHORTEST;
  return [...addedNodes, ...removedNodes].some((node) => {
    if (/^(SCRIPT|STYLE|IFRAME|NOSCRIPT|LINK)$/.test(node.nodeName)) return false;
    return (node.textContent?.trim().length ?? 0) >= SHORTEST;
  });
}
