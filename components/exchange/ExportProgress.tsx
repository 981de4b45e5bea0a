import { t } from '../i18n';
import { Progress } from './Progress';

export interface ExportProgressProps {
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}

interface Props {
  /** Of an export under way. */
  readonly progress: ExportProgressProps | null;
  /** Something else takes its time. */
  readonly isBusy: boolean;
}

/** What is under way, if anything is. */
export function UnderWay({ progress, isBusy }: Props) {
  return progress ? <ExportProgress {...progress} /> : isBusy ? <Working /> : null;
}

/** How far a long export is, in a corner: one goes on working meanwhile. */
function ExportProgress(props: ExportProgressProps) {
  return (
    <div class="export-progress" role="status">
      <Progress {...props} words={(numbers) => t('library.exporting', numbers)} />
    </div>
  );
}

/** In the same corner: that something is under way of which nobody knows how far it is. */
function Working() {
  return (
    <div class="export-progress" role="status">
      <div class="progress-line">
        <span class="small">{t('common.working')}</span>
        <progress aria-label={t('common.working')} />
      </div>
    </div>
  );
}
