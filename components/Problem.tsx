import type { ComponentChildren } from 'preact';
import { Icon } from './Icon';

/** What went wrong, in words; a screen reader says it at once. */
export function Problem({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="notice error" role="alert">
      <Icon name="warn" />
      <span>{children}</span>
    </p>
  );
}
