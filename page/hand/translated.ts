import { t } from '../../components/i18n';
import { NOTHING, OverPage } from '../drawing/over-page';
import { groundOf } from '../drawing/theme';
import type { RefuseTranslated } from '../visit/hand-door';

/** Shown until the reader closes it, or what is returned is called. */
export const refuseTranslated: RefuseTranslated = (document) => {
  const listeners = new AbortController();
  const stop = () => {
    listeners.abort();
    over.remove();
  };
  const over = new OverPage(document, () => groundOf(document.body), {
    ...NOTHING,
    claims: [],
    painted: true,
    onOpenClaim: () => undefined,
    refusal: { text: t('select.translated'), onClose: stop },
  });
  document.addEventListener('keydown', ({ isTrusted, key }) => isTrusted && key === 'Escape' && stop(), {
    signal: listeners.signal,
  });
  over.update({});
  return stop;
};
