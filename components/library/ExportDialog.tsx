import { useState } from 'preact/hooks';
import { Dialog } from '../Dialog';
import { FORMATS, type Format } from '../formats';
import { Icon } from '../Icon';
import { t } from '../i18n';

export type Scope = 'shown' | 'all';

interface Props {
  readonly shown: number;
  readonly total: number;
  readonly onExport: (format: Format, scope: Scope) => void;
  readonly onClose: () => void;
}

/** What of the notes, and in which format. */
export function ExportDialog({ shown, total, onExport, onClose }: Props) {
  const [format, setFormat] = useState<Format>('markdown');
  const [scope, setScope] = useState<Scope>('shown');
  const counts = { shown, all: total };
  return (
    <Dialog title={t('library.export')} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          onExport(format, scope);
          onClose();
        }}
      >
        <fieldset class="choices">
          <legend>{t('library.exportWhat')}</legend>
          {(['shown', 'all'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="scope" checked={scope === one} onChange={() => setScope(one)} />
              <span>
                {one === 'shown' ? t('library.exportShown') : t('library.exportAll')}{' '}
                <small>{t('counts.claims', counts[one])}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset class="choices">
          <legend>{t('library.exportFormat')}</legend>
          {FORMATS.map((one) => (
            <label key={one}>
              <input type="radio" name="format" checked={format === one} onChange={() => setFormat(one)} />
              <span>
                {t(`format.${one}`)} <small>{t(`format.${one}Hint`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button primary" disabled={counts[scope] === 0}>
          <Icon name="out" />
          {t('library.export')}
        </button>
      </form>
    </Dialog>
  );
}
