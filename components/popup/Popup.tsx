/** The popup: what the page under it argues, and what can be done about this page, this site, this hour. */
import type { Settings } from '../../annotations/settings';
import type { Annotation } from '../../annotations/types';
import type { ArgumentId } from '../../essays/types';
import type { TabState } from '../../messages/protocol';
import type { Format } from '../exchange/formats';
import { ForgetPage } from '../ForgetPage';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { PageNote } from '../note/PageNote';
import { Problem } from '../Problem';
import { PageResult } from './PageResult';
import { PopupFooter } from './PopupFooter';
import { StatePanel } from './StatePanel';

export interface PopupProps {
  /** null while the background is asked. */
  readonly state: TabState | null;
  /** Of this page, in page order. */
  readonly annotations: readonly Annotation[];
  readonly settings: Settings;
  /** The site's host, `www.` dropped; empty where the browser doesn't say. */
  readonly site: string;
  /** What went wrong last, in words. */
  readonly error: string | null;
  /** The note on the article; null where none can be kept (a private window, no article). */
  readonly pageNote: string | null;
  readonly onPageNote: (text: string) => Promise<unknown>;
  /** Forgets all that is kept of the article; null where nothing is kept of it. */
  readonly onForgetPage: (() => void) | null;
  /** How many of its claims were forgotten just now; null: none was asked to be. */
  readonly forgotten: number | null;
  /** Puts the summary's sentences on the clipboard, as Markdown with the article's address; says whether it could. */
  readonly onCopySummary: (sentences: readonly string[]) => Promise<boolean>;
  readonly onJump: (id: string) => void;
  /** The reader will select in the page where a claim stands now. */
  readonly onPlace: (id: string) => void;
  readonly onAnnotate: () => void;
  readonly onGrant: () => void;
  readonly onSite: (on: boolean) => void;
  /** Until an ISO 8601 time; an empty text resumes. */
  readonly onPause: (until: string) => void;
  readonly onMute: (argument: ArgumentId, muted: boolean) => void;
  readonly onExport: (format: Format) => void;
  readonly onOpenLibrary: () => void;
  readonly onOpenOptions: () => void;
}

export function Popup(props: PopupProps) {
  const { state, annotations, error } = props;
  const status = state?.status ?? 'working';
  return (
    <div class="popup">
      <header class="popup-header">
        <Icon name="rope" size={22} />
        <b>{t('name')}</b>
        <button
          type="button"
          class="button quiet icon"
          aria-label={t('common.openLibrary')}
          title={t('common.openLibrary')}
          onClick={props.onOpenLibrary}
        >
          <Icon name="book" />
        </button>
        <button
          type="button"
          class="button quiet icon"
          aria-label={t('common.settings')}
          title={t('common.settings')}
          onClick={props.onOpenOptions}
        >
          <Icon name="gear" />
        </button>
      </header>
      <main class="popup-main" aria-busy={status === 'working'}>
        {error && <Problem>{error}</Problem>}
        {props.forgotten !== null && (
          <p class="notice" role="status">
            <Icon name="check" />
            {t('options.forgotten', props.forgotten)}
          </p>
        )}
        {status !== 'annotated' && <StatePanel {...props} status={status} />}
        {annotations.length > 0 && <PageResult {...props} />}
        {props.pageNote !== null && <PageNote text={props.pageNote} onText={props.onPageNote} />}
        {props.onForgetPage && props.forgotten === null && <ForgetPage onForget={props.onForgetPage} />}
      </main>
      <PopupFooter {...props} status={status} />
    </div>
  );
}
