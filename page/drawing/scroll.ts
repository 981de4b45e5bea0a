import { isInSight } from '../article/unseen';
import { isFramed } from '../frames';

/**
 * Brings a claim into the upper part of the window, so that its card finds room below; nothing of the page moves where
 * it does not show the claim.
 */
export function scrollTo(range: Range): void {
  if (!isInSight(range)) return;
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  // A frame as high as its text has no scrolling of its own: the page around it brings it into sight.
  if (isFramed()) element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = range.getBoundingClientRect();
  if (box.top >= 80 && box.bottom <= innerHeight * 0.45) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // First the boxes that scroll within the page, at once; then the page itself.
  if (box.bottom < 0 || box.top > innerHeight)
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const top = range.getBoundingClientRect().top - innerHeight * 0.2;
  scrollBy({ top, behavior: calm ? 'instant' : 'smooth' });
}
