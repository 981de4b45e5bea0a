import type { Anchor, Target } from './types';

/** The anchor of what stands in today's page where its target says. */
export function anchoredAt({ position: { start, end } }: Target): Anchor {
  return { state: 'anchored', span: { start, end } };
}
