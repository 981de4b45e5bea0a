import { useState } from 'preact/hooks';
import type { Settings } from '../../annotations/settings';
import { Dialog } from '../Dialog';
import { type ExportProgressProps, UnderWay } from '../exchange/ExportProgress';
import { FORMATS, type Format } from '../exchange/formats';
import { ImportDialog } from '../exchange/ImportDialog';
import type { ImportSession } from '../exchange/use-taking';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Menu } from '../Menu';
import { uiLocale } from '../words';
import { Forget, type ForgetProps } from './Forget';

export interface DataProps {
  readonly settings: Settings;
  /** Set in a private window from where the reader's store is out of reach: opens these settings in a normal one. */
  readonly onOpenNormal: (() => void) | null;
  /** null while it is counted. */
  readonly count: number | null;
  /** Bytes, as the browser estimates them; null where it doesn't. */
  readonly bytes: number | null;
  /** Bytes the browser would allow; null where it doesn't say. */
  readonly quota: number | null;
  /** Whether the browser promised not to clear it by itself; null where it doesn't say. */
  readonly persisted: boolean | null;
  /** ISO 8601; null: none was made yet. */
  readonly lastBackup: string | null;
  readonly forget: ForgetProps;
  /** Of an export under way. */
  readonly progress: ExportProgressProps | null;
  /** Something else takes its time. */
  readonly isBusy: boolean;
  /** What came of what was done last with all of it. */
  readonly said: string;
  readonly onChange: (patch: Partial<Settings>) => void;
  readonly onExport: (format: Format) => void;
  readonly onImport: (file: File) => ImportSession;
  readonly onDeleteAll: () => void;
}

const EXPIRIES = [0, 30, 90, 365];

function sizeWords(bytes: number): string {
  const isLarge = bytes >= 1e9;
  const amount = bytes / (isLarge ? 1e9 : 1e6);
  return new Intl.NumberFormat(uiLocale(), {
    style: 'unit',
    unit: isLarge ? 'gigabyte' : 'megabyte',
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount);
}

function spaceWords(bytes: number, quota: number | null): string {
  return quota ? t('options.dataUsed', [sizeWords(bytes), sizeWords(quota)]) : sizeWords(bytes);
}

function safetyWords(persisted: boolean | null): string {
  if (persisted === null) return t('options.dataSafetyUnknown');
  return persisted ? t('options.dataSafe') : t('options.dataUnsafe');
}

export function Data(props: DataProps) {
  const { settings, onChange } = props;
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t('options.data')}</h2>
      <p>{t('options.dataText')}</p>
      {props.onOpenNormal ? (
        <p class="notice">
          <Icon name="lock" />
          <span>{t('private.text')}</span>
          <button type="button" class="button" onClick={props.onOpenNormal}>
            {t('private.open')}
          </button>
        </p>
      ) : (
        <Facts {...props} />
      )}
      <fieldset class="setting choices">
        <legend>{t('options.keep')}</legend>
        {(['everything', 'touched'] as const).map((keep) => (
          <label key={keep}>
            <input
              type="radio"
              name="keep"
              checked={settings.keep === keep}
              onChange={() => onChange({ keep })}
            />
            <span>{keep === 'everything' ? t('options.keepEverything') : t('options.keepTouched')}</span>
          </label>
        ))}
      </fieldset>
      <div class="setting">
        <label for="expire">{t('options.expire')}</label>
        <select
          id="expire"
          class="field"
          value={settings.expireDays}
          onChange={(event) => onChange({ expireDays: Number(event.currentTarget.value) })}
        >
          {EXPIRIES.map((days) => (
            <option key={days} value={days}>
              {days === 0 ? t('options.expireNever') : t('options.expireDays', days)}
            </option>
          ))}
        </select>
      </div>
      {!props.onOpenNormal && <Tools {...props} />}
    </section>
  );
}

/** How much is kept, and how safely. */
function Facts({ count, bytes, quota, persisted, lastBackup }: DataProps) {
  return (
    <dl class="facts">
      <div>
        <dt>{t('options.dataCount')}</dt>
        <dd>{count === null ? '…' : t('counts.claims', count)}</dd>
      </div>
      <div>
        <dt>{t('options.dataSpace')}</dt>
        <dd>{bytes === null ? t('options.dataSpaceUnknown') : spaceWords(bytes, quota)}</dd>
      </div>
      <div>
        <dt>{t('options.dataSafety')}</dt>
        <dd>{safetyWords(persisted)}</dd>
      </div>
      <div>
        <dt>{t('options.dataBackup')}</dt>
        <dd>
          {lastBackup
            ? new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
                new Date(lastBackup),
              )
            : t('options.dataBackupNone')}
        </dd>
      </div>
    </dl>
  );
}

/** What can be done with all that is kept. */
function Tools(props: DataProps) {
  const [dialog, setDialog] = useState<'import' | 'delete' | null>(null);
  return (
    <>
      <div class="buttons">
        <Menu
          label={t('options.dataExport')}
          icon="out"
          items={FORMATS.map((format) => ({
            label: t(`format.${format}`),
            hint: t(`format.${format}Hint`),
            onChoose: () => props.onExport(format),
          }))}
        />
        <button type="button" class="button" onClick={() => setDialog('import')}>
          <Icon name="in" />
          {t('library.import')}
        </button>
        {/* Also where there is no claim: notes, removals and copies are kept as well. */}
        <button type="button" class="button danger" onClick={() => setDialog('delete')}>
          <Icon name="bin" />
          {t('options.dataDelete')}
        </button>
      </div>
      <Forget {...props.forget} />
      <p role="status">{props.said}</p>
      <UnderWay progress={props.progress} isBusy={props.isBusy} />
      {dialog === 'import' && <ImportDialog onImport={props.onImport} onClose={() => setDialog(null)} />}
      {dialog === 'delete' && (
        <DeleteDialog
          onDelete={() => {
            setDialog(null);
            props.onDeleteAll();
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

/** Deleting everything wants a word typed, since nothing brings it back. */
function DeleteDialog(props: { readonly onDelete: () => void; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const word = t('options.dataDeleteWord');
  return (
    <Dialog title={t('options.dataDelete')} onClose={props.onClose}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim().toLowerCase() === word) props.onDelete();
        }}
      >
        <p>{t('options.dataDeleteSure')}</p>
        <label>
          {t('options.dataDeleteType', [word])}
          <input class="field" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button danger" disabled={typed.trim().toLowerCase() !== word}>
          {t('options.dataDelete')}
        </button>
      </form>
    </Dialog>
  );
}
