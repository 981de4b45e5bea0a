/** What every page of ours does first: language and title, and the appearance the reader chose. */
import { uiLocale } from '../../components/words';
import { loadSettings, watchSettings } from '../../services/settings';

/** Sets the document's language and title. */
export function namePage(title: string): void {
  document.documentElement.lang = uiLocale();
  document.title = title;
}

/** The same, and keeps the theme in step with the settings. */
export async function dressPage(title: string): Promise<void> {
  namePage(title);
  const apply = ({ theme }: { theme: string }) => {
    document.documentElement.dataset.theme = theme;
  };
  watchSettings(apply);
  apply(await loadSettings());
}
