import { useMemo } from 'preact/hooks';
import type { Listed } from '../annotations/listed';
import type { AnchorState } from '../annotations/types';
import { t } from './i18n';

interface Props {
  readonly annotations: readonly Listed[];
  /** Nothing is said where each stands in its place. */
  readonly onlyIfAmiss?: boolean;
}

/** Where all claims stand in their pages today: nothing that is stored goes without a word. */
export function AnchorSum({ annotations, onlyIfAmiss = false }: Props) {
  const [anchored, uncertain, orphaned] = useMemo(() => {
    const count = (state: AnchorState) => annotations.filter(({ anchor }) => anchor.state === state).length;
    return [count('anchored'), count('uncertain'), count('orphaned')];
  }, [annotations]);
  if (onlyIfAmiss && anchored === annotations.length) return null;
  return (
    <p class="anchor-sum small muted">
      {t('anchor.sum', [annotations.length, anchored, uncertain, orphaned])}
    </p>
  );
}
