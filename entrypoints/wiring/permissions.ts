import { browser } from 'wxt/browser';

/**
 * Looks at what the browser lets us read, at once and whenever that changes.
 * @returns a function that ends it
 */
export function followPermissions(look: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  look();
  onAdded.addListener(look);
  onRemoved.addListener(look);
  return () => {
    onAdded.removeListener(look);
    onRemoved.removeListener(look);
  };
}
