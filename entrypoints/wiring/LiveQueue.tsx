import { useMemo, useState } from 'preact/hooks';
import type { Listed } from '../../annotations/listed';
import { DEFAULT_SETTINGS } from '../../annotations/settings';
import type { Verdict } from '../../annotations/types';
import { t } from '../../components/i18n';
import { Queue } from '../../components/queue/Queue';
import { waitingOf } from '../../components/queue/waiting';
import { argumentLabel } from '../../components/words';
import type { ArgumentId } from '../../essays/types';
import { fileName } from '../../exchange/file-name';
import { adjustmentAsJson, learned } from '../../services/learning';
import { saveSettings } from '../../services/settings';
import { getAnnotation } from '../../store/annotations';
import type { Store } from '../../store/database';
import { download } from './download';
import { useLive } from './use-live';
import { useSettings } from './use-settings';
import type { Undo } from './use-undo';

interface Props extends Pick<Undo, 'did' | 'failed'> {
  readonly store: Store;
  readonly all: readonly Listed[];
  readonly onVerdict: (id: string, verdict: Verdict) => void;
  readonly onUndo: () => void;
}

/** The queue, wired: what waits is worked out from the listing, what was learnt from the verdicts. */
export function LiveQueue({ store, all, onVerdict, onUndo, did, failed }: Props) {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const settings = useSettings() ?? DEFAULT_SETTINGS;
  const waiting = useMemo(() => waitingOf(all, skipped), [all, skipped]);
  const next = waiting[0]?.id;
  const claim = useLive(next === undefined ? null : async () => (await getAnnotation(store, next)) ?? null, [
    next,
  ]);
  const adjustment = useLive(() => learned(store, settings), [settings]);

  const forget = async (argument: ArgumentId) => {
    const before = settings.forgotten;
    await saveSettings({ forgotten: { ...before, [argument]: new Date().toISOString() } });
    did(t('learned.forgotten', [argumentLabel(argument)]), () => saveSettings({ forgotten: before }));
  };
  const exportLearned = () => {
    const now = new Date().toISOString();
    download({
      name: fileName('Tightrope adjustment', now, 'json'),
      mime: 'application/json',
      text: adjustmentAsJson(adjustment.last ?? new Map(), now),
    });
  };
  return (
    <Queue
      // Stays until the next one is read: the button pressed keeps the focus.
      claim={claim.last ?? null}
      left={waiting.length}
      skipped={skipped.size}
      adjustment={adjustment.last ?? new Map()}
      isInUse={settings.adjust}
      onJudge={onVerdict}
      onSkip={(id) => setSkipped(new Set([...skipped, id]))}
      onSkippedAgain={() => setSkipped(new Set())}
      onUndo={onUndo}
      onUse={(adjust) => void saveSettings({ adjust }).catch(failed)}
      onForget={(argument) => void forget(argument).catch(failed)}
      onExportLearned={exportLearned}
    />
  );
}
