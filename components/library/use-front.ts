import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnnotationFilter } from '../../annotations/filter';

type Pane = 'list' | 'detail';

/** Only where list and detail don't fit side by side: which of them is in front. */
export interface Front {
  readonly pane: Pane;
  /** Brings one of them to the front, and the focus to what a selector finds. */
  readonly bring: (pane: Pane, focused?: string) => void;
}

export const LISTBOX = '.library-list [role=listbox]';

/** Its pane may have to come to the front first. */
function focusOn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}

/** The pane in front: `first`, then the one that is asked for, and the list again whenever the filter changes. */
export function useFront(first: Pane, filter: AnnotationFilter): Front {
  const [pane, setPane] = useState(first);

  // A tag or an article was followed from the detail: what it leads to comes to the front.
  const filtered = JSON.stringify(filter);
  const before = useRef(filtered);
  useEffect(() => {
    if (before.current === filtered) return;
    before.current = filtered;
    const detail = document.activeElement?.closest('.library-detail');
    setPane('list');
    requestAnimationFrame(() => {
      if (detail?.checkVisibility() === false) focusOn(LISTBOX);
    });
  }, [filtered]);

  return {
    pane,
    bring(next, focused) {
      setPane(next);
      if (focused !== undefined) focusOn(focused);
    },
  };
}
