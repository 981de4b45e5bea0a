import { useState } from 'preact/hooks';
import { Dialog } from '../Dialog';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { FORMATS, type Format } from './formats';
import { TemplateEditor, type TemplateProps } from './TemplateEditor';

export type Scope = 'shown' | 'all';

type Files = 'one' | 'article' | 'argument';

/** The ways out of what a scope names, or of the claims with these ids. */
export interface Exporting {
  readonly onExport: (format: Format, what: Scope | readonly string[], files?: Files) => void;
  /** The same text to the clipboard. */
  readonly onCopy: (format: Format, what: Scope | readonly string[]) => void;
}

interface Props {
  readonly shown: number;
  readonly total: number;
  /** Whether there is something to write also where no claim is collected. */
  readonly hasNotes: boolean;
  readonly template: TemplateProps;
  readonly exporting: Exporting;
  readonly onClose: () => void;
}

const FILES = {
  one: () => t('template.filesOne'),
  article: () => t('template.filesArticle'),
  argument: () => t('template.filesArgument'),
} satisfies Record<Files, () => string>;

/** What of the notes, in which format, and for Markdown in which files. */
export function ExportDialog(props: Props) {
  const { shown, total, hasNotes, template, exporting, onClose } = props;
  const [files, setFiles] = useState<Files>('one');
  const [format, setFormat] = useState<Format>('markdown');
  const [scope, setScope] = useState<Scope>('shown');
  const counts = { shown, all: total };
  // A table has a row for each claim, and no place for a note on an article or argument.
  const isNothing = counts[scope] === 0 && !(scope === 'all' && hasNotes && format !== 'csv');
  return (
    <Dialog title={t('library.export')} onClose={onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          exporting.onExport(format, scope, format === 'markdown' ? files : 'one');
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
        {format === 'markdown' && (
          <>
            <fieldset class="choices">
              <legend>{t('template.files')}</legend>
              {(Object.keys(FILES) as Files[]).map((one) => (
                <label key={one}>
                  <input type="radio" name="files" checked={files === one} onChange={() => setFiles(one)} />
                  <span>{FILES[one]()}</span>
                </label>
              ))}
            </fieldset>
            {files === 'article' && <TemplateEditor {...template} />}
          </>
        )}
        <p class="dialog-buttons">
          <button type="submit" class="button primary" disabled={isNothing}>
            <Icon name="out" />
            {t('library.export')}
          </button>
          {(format !== 'markdown' || files === 'one') && (
            <button
              type="button"
              class="button"
              disabled={isNothing}
              onClick={() => {
                exporting.onCopy(format, scope);
                onClose();
              }}
            >
              <Icon name="text" />
              {t('library.copy')}
            </button>
          )}
        </p>
      </form>
    </Dialog>
  );
}
