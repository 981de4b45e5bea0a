import type { ComponentChildren } from 'preact';
import type { Anchor } from '../annotations/types';
import { Icon } from './Icon';
import { anchorName, anchorReason } from './words';

interface Props {
  readonly anchor: Anchor;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** That a claim does not stand in its place, and why; nothing where it does. */
export function AnchorNotice({ anchor, children }: Props) {
  if (anchor.state === 'anchored') return null;
  return (
    <p class="notice">
      <Icon name="warn" />
      {[anchorName(anchor.state), anchorReason(anchor.reason)].filter(Boolean).join(': ')}
      {children}
    </p>
  );
}
