import { useCallback, useState } from 'preact/hooks';
import { DEFAULT_SETTINGS } from '../../annotations/settings';
import { errorWords } from '../../components/errors';
import { Popup } from '../../components/popup/Popup';
import { hostOf } from '../../services/settings';
import { openStore } from '../../store/database';
import { useSettings } from '../wiring/use-settings';
import { useArticle } from './use-article';
import { useTab } from './use-tab';
import { articleWishes, pageWishes, type Running, readingWishes, screenWishes } from './wishes';

const store = openStore();

/** The popup, wired to the tab under it, the store and the settings. */
export function PopupOfTab() {
  const [error, setError] = useState<string | null>(null);
  /** The article forgotten just now, and how many claims of it. */
  const [forgotten, setForgotten] = useState<{ readonly key: string; readonly count: number } | null>(null);
  const failed = useCallback((thrown: unknown) => setError(errorWords(thrown)), []);
  const view = useTab(failed);
  const { tab, state } = view;
  const settings = useSettings() ?? DEFAULT_SETTINGS;
  const article = useArticle(store, tab, state);
  const site = hostOf(tab?.url || state?.origin || '');
  const running: Running = {
    run(wish) {
      setError(null);
      setForgotten(null);
      wish().catch(failed);
    },
    say: setError,
    failed,
  };
  return (
    <Popup
      key={article.key}
      // The page's state comes before its claims are read: without them it would say less than is known.
      state={article.isKnown ? state : null}
      annotations={article.annotations}
      settings={settings}
      site={site}
      isPrivate={tab?.isPrivate ?? false}
      error={error ?? (article.error ? errorWords(article.error) : null)}
      pageNote={article.note}
      forgotten={forgotten !== null && forgotten.key === article.key ? forgotten.count : null}
      page={pageWishes(view, running)}
      reading={readingWishes(view, settings, site, running)}
      article={articleWishes(store, article, setForgotten, running)}
      screens={screenWishes(view, article, running)}
    />
  );
}
