import type { Scope } from './scope';
import { type PageText, textNodesOf } from './text';

/** A copy of the page, and its non-empty text nodes by their place among all of them (in `PageText.nodes`). */
export interface Copy {
  readonly clone: Document;
  readonly places: ReadonlyMap<Node, number>;
}

/**
 * Copies a page as it stands, or what a scope of it holds. The copy's text nodes come in the order of the live ones, so
 * the walk needs no marks on the live page.
 * @param pageText the live page's text: the places are those of its nodes
 */
export function copyOf(document: Document, pageText: PageText, scope: Scope): Copy {
  const clone = cloneOf(document, scope);
  const first = firstNodeIn(pageText, scope);
  return { clone, places: new Map(textNodesOf(clone.body).map((node, i) => [node, first + i])) };
}

/** A copy of the document; of one whose body holds nothing but the scope, where there is one. */
export function cloneOf(document: Document, scope: Scope): Document {
  if (!scope) return document.cloneNode(true) as Document;
  const clone = document.implementation.createHTMLDocument(document.title);
  const nodes = scope instanceof Element ? [scope] : [...scope.childNodes];
  clone.body.append(...nodes.map((node) => clone.importNode(node, true)));
  return clone;
}

/** The place of a scope's first text node among those of the page's text. */
function firstNodeIn({ nodes, root }: PageText, scope: Scope): number {
  if (!scope || scope === root) return 0;
  const first = nodes.findIndex((node) => scope.contains(node));
  return Math.max(0, first);
}
