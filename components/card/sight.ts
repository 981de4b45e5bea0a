/**
 * Scrolls the card so far that what was opened below its edge is in sight, its beginning above all. By hand: the
 * browser's own `scrollIntoView` may move the page under the card as well.
 */
export function bringIntoSight(element: Element): void {
  const body = element.closest('.card-body');
  if (!body) return;
  const { top, bottom } = element.getBoundingClientRect();
  const room = body.getBoundingClientRect();
  body.scrollTop += Math.max(0, Math.min(bottom - room.bottom, top - room.top));
}
