import { t } from '../../components/i18n';
import { CardHost, NOTHING } from '../drawing/card-host';
import { groundOf } from '../drawing/theme';

/** Says on a page in translation, which has no view of ours, why a selection is not taken. */
export class TranslationRefusal {
  private stop: (() => void) | null = null;

  /** Shown until the reader closes it. */
  show(document: Document): void {
    this.close();
    const onClose = () => this.close();
    const host = new CardHost(document, () => groundOf(document.body), {
      ...NOTHING,
      claims: [],
      painted: true,
      onOpenClaim: () => undefined,
      refusal: { text: t('select.translated'), onClose },
    });
    const listeners = new AbortController();
    document.addEventListener('keydown', ({ isTrusted, key }) => isTrusted && key === 'Escape' && onClose(), {
      signal: listeners.signal,
    });
    host.update({});
    this.stop = () => {
      listeners.abort();
      host.remove();
    };
  }

  close(): void {
    this.stop?.();
    this.stop = null;
  }
}
