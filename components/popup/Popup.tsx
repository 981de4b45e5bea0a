/** The popup: what the page under it argues, and what can be done about this page, this site, this hour. */
import type { Settings } from '../../annotations/settings';
import type { Annotation } from '../../annotations/types';
import type { TabState } from '../../messages/protocol';
import { ForgetPage } from '../ForgetPage';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { PageNote } from '../note/PageNote';
import { Problem } from '../Problem';
import { PageResult } from './PageResult';
import { PopupFooter } from './PopupFooter';
import { StatePanel } from './StatePanel';
import type { ArticleWishes, PageWishes, ReadingWishes, ScreenWishes } from './wishes';

export interface PopupProps {
  /** null while the background is asked. */
  readonly state: TabState | null;
  /** Of this page, in page order. */
  readonly annotations: readonly Annotation[];
  readonly settings: Settings;
  /** The site's host, `www.` dropped; empty where the browser doesn't say. */
  readonly site: string;
  /** The tab's window is a private one. */
  readonly isPrivate: boolean;
  /** What went wrong last, in words. */
  readonly error: string | null;
  /** The note on the article; null where none can be kept (a private window, no article). */
  readonly pageNote: string | null;
  /** How many of the article's claims were forgotten just now; null: none was asked to be. */
  readonly forgotten: number | null;
  readonly page: PageWishes;
  readonly reading: ReadingWishes;
  readonly article: ArticleWishes;
  readonly screens: ScreenWishes;
}

export function Popup(props: PopupProps) {
  const { state, annotations, error, pageNote, forgotten, article, screens } = props;
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
          onClick={screens.onOpenLibrary}
        >
          <Icon name="book" />
        </button>
        <button
          type="button"
          class="button quiet icon"
          aria-label={t('common.settings')}
          title={t('common.settings')}
          onClick={screens.onOpenOptions}
        >
          <Icon name="gear" />
        </button>
      </header>
      <main class="popup-main" aria-busy={status === 'working'}>
        {error && <Problem>{error}</Problem>}
        {forgotten !== null && (
          <p class="notice" role="status">
            <Icon name="check" />
            {t('options.forgotten', forgotten)}
          </p>
        )}
        {status !== 'annotated' && <StatePanel {...props} status={status} />}
        {annotations.length > 0 && <PageResult {...props} />}
        {pageNote !== null && <PageNote text={pageNote} onText={article.onNote} />}
        {article.onForget && forgotten === null && <ForgetPage onForget={article.onForget} />}
      </main>
      <PopupFooter {...props} status={status} />
    </div>
  );
}
