/** A part of the card that is folded up until the reader asks for it. */
import type { ComponentChildren } from 'preact';
import { bringIntoSight } from './sight';

interface Props {
  readonly summary: string;
  /** Unfolded from the beginning. */
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

export function Fold({ summary, open, children }: Props) {
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        // Not where it was unfolded from the beginning: then nobody asked.
        if (!currentTarget.open || !currentTarget.matches(':focus-within')) return;
        bringIntoSight(currentTarget);
        currentTarget.querySelector<HTMLElement>('input[type=search]')?.focus({ preventScroll: true });
      }}
    >
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
