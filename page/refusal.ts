import { t } from '../components/i18n';
import { CardHost } from './card-host';
import { groundOf } from './theme';

/** What is not drawn where only a refusal is. */
const NOTHING = {
  claims: [],
  painted: true,
  onOpenClaim: () => undefined,
  card: null,
  picker: null,
  placing: null,
  hover: null,
  selection: null,
};

/** Says on a page in translation, which has no view of ours, why a selection is not taken. */
export class TranslationRefusal {
  private stop: (() => void) | null = null;

  /** Shown until the reader closes it. */
  show(document: Document): void {
    this.close();
    const onClose = () => this.close();
    const host = new CardHost(document, {
      ...NOTHING,
      refusal: { text: t('select.translated'), onClose },
    });
    const listeners = new AbortController();
    document.addEventListener('keydown', ({ isTrusted, key }) => isTrusted && key === 'Escape' && onClose(), {
      signal: listeners.signal,
    });
    host.setTheme(groundOf(document.body));
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
