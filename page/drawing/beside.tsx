import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A card is never made lower than this (pixels); it covers something of the claim instead. */
const LOWEST = 300;

interface Props {
  /** The box in the viewport beside which to stand; asked anew whenever the page moves. */
  readonly place: () => DOMRect;
  readonly placement: Placement;
  readonly kind?: string;
  readonly children: ComponentChildren;
}

/** Stands beside a place of the page and stays there while it scrolls. */
export function Beside({ place, placement, kind = '', children }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(place);
  latest.current = place;
  useLayoutEffect(() => {
    const floating = element.current;
    if (!floating) return;
    const reference = { getBoundingClientRect: () => latest.current(), contextElement: document.body };
    let gone = false;
    const follow = async () => {
      const { x, y } = await computePosition(reference, floating, {
        placement,
        strategy: 'fixed',
        middleware: [
          offset(8),
          // Beside the claim rather than over it, wherever there is most room.
          flip({ padding: 8, fallbackPlacements: ['bottom-start', 'top-start', 'right', 'left'] }),
          size({
            padding: 8,
            apply: ({ availableHeight }) => {
              floating.style.setProperty('--room', `${Math.max(LOWEST, Math.floor(availableHeight))}px`);
            },
          }),
          shift({ padding: 8, crossAxis: true }),
        ],
      });
      if (!gone) floating.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    };
    // At every frame in which the place moved: the text may stand in a box that scrolls, and only the page hears of that.
    const stop = autoUpdate(reference, floating, () => void follow(), { animationFrame: true });
    return () => {
      gone = true;
      stop();
    };
  }, [placement]);
  return (
    <div class={`placed ${kind}`} ref={element}>
      {children}
    </div>
  );
}
