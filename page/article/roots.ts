/** Elements looked at in search of shadow roots; a page with more has its article in its light. */
const MOST = 20_000;

/** The open shadow roots of a document, outer ones first; closed ones stay closed. */
export function openRoots(document: Document): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const trees: (Document | ShadowRoot)[] = [document];
  for (const tree of trees) {
    for (const { shadowRoot } of [...tree.querySelectorAll('*')].slice(0, MOST)) {
      if (!shadowRoot) continue;
      found.push(shadowRoot);
      trees.push(shadowRoot);
    }
  }
  return found;
}
