/**
 * A route in an address's fragment: `#/article/1`, `#!/article/1`. Pages that turn over by a hash router tell their
 * articles apart by it, as others do by the path; any other fragment is a place within the page.
 */
const ROUTE = /^[^#]*(#!?\/(?!:~:)[^/?#](?:(?!:~:).)*)/s;

/** The route of an address, with its `#`; empty where it has none. */
export function routeIn(url: string): string {
  return ROUTE.exec(url)?.[1] ?? '';
}

/** An address without its fragment, unless that is a route: scrolling to a heading is no other page. */
export function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '') + routeIn(url);
}
