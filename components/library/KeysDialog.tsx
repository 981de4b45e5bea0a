import { useContext } from 'preact/hooks';
import { Dialog } from '../Dialog';
import { t } from '../i18n';
import { Switch } from '../Switch';
import { SingleKeys } from '../use-single-keys';
import { SearchHints } from './SearchHints';

const KEYS = [
  [['J', '↓', 'K', '↑'], 'library.keyMove'],
  [['Enter'], 'library.keyOpen'],
  [['C'], 'library.keyConfirm'],
  [['D'], 'library.keyDismiss'],
  [['E'], 'library.keyEdit'],
  [['Delete'], 'library.keyDelete'],
  [['X'], 'library.keyPick'],
  [['A'], 'library.keyAll'],
  [['U'], 'library.keyUndo'],
  [['/'], 'library.keySearch'],
  [['?'], 'library.keyHelp'],
] as const;

/** The library's single keys, and what its search field understands. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { isOn, choose } = useContext(SingleKeys);
  return (
    <Dialog title={t('library.keysTitle')} isForReading onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <Switch checked={isOn} onChange={choose}>
        {t('library.keysSingle')}
      </Switch>
      <p class="small muted">{t('library.keysSingleHint')}</p>
      <SearchHints />
    </Dialog>
  );
}
