import { t } from '../../components/i18n';
import type { LibraryProps } from '../../components/library/Library';
import { sendFromExtension } from '../../messages/extension-side';
import type { Store } from '../../store/database';
import { takeBackVisit } from '../../store/visits';
import type { Undo } from './use-undo';

/** Has a text analysed; what is kept of it can be undone. */
export function analyseText(store: Store, did: Undo['did']): LibraryProps['onAnalyse'] {
  return async (title, text, keep) => {
    const began = new Date().toISOString();
    const answer = await sendFromExtension('text/analyse', { title, text, store: keep });
    const [first] = keep && answer.status === 'ok' ? answer.annotations : [];
    // What was kept before stays: only a first keeping can be undone.
    if (first && first.created >= began)
      did(t('library.pasteKept'), () => takeBackVisit(store, first.page.key), first.page.key);
    return answer;
  };
}
