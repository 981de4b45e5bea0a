import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { errorWords } from '../../components/errors';
import { InPrivate } from '../../components/library/InPrivate';
import { isInPrivateWindow, openInNormalWindow } from '../../services/private-window';

interface Props {
  /** Where the same is found in a normal window. */
  readonly url: string;
  readonly children: ComponentChildren;
}

/** Shows its children where they stand on the reader's own store; else says why not, and where that is. */
export function NormalWindow({ url, children }: Props) {
  const [error, setError] = useState<string | null>(null);
  if (!isInPrivateWindow()) return <>{children}</>;
  const open = () => {
    setError(null);
    openInNormalWindow(url).catch((thrown: unknown) => setError(errorWords(thrown)));
  };
  return <InPrivate error={error} onOpenNormal={open} />;
}
