import { isOfSite } from '../../annotations/settings';
import type { TabState } from '../../messages/protocol';
import { FEW_FORMATS } from '../exchange/formats';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Menu } from '../Menu';
import { Switch } from '../Switch';
import type { PopupProps } from './Popup';

const HOUR = 60 * 60 * 1000;

/** The end of today, by the reader's clock. */
export function endOfDay(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
}

type Props = PopupProps & { readonly status: TabState['status'] };

/** This site, this hour, this page. */
export function PopupFooter({ site, settings, status, annotations, page, reading, article }: Props) {
  const paused = settings.pausedUntil !== '' && Date.parse(settings.pausedUntil) > Date.now();
  // No switch that says "on" under a word that nothing is read here.
  const isClosed = status === 'no-access' || status === 'paused';
  const canRead = status === 'annotated' || status === 'nothing-found' || status === 'not-analysed';
  return (
    <footer class="popup-footer">
      {site && !isClosed && (
        <Switch checked={!settings.sitesOff.some((off) => isOfSite(site, off))} onChange={reading.onSite}>
          {t('popup.siteOn', [site])}
        </Switch>
      )}
      <div class="popup-buttons">
        {paused && status !== 'paused' && (
          <button type="button" class="button" onClick={() => reading.onPause('')}>
            <Icon name="play" />
            {t('popup.resume')}
          </button>
        )}
        {!paused && (
          <Menu
            label={t('popup.pause')}
            icon="pause"
            side="up"
            items={[
              {
                label: t('popup.pauseHour'),
                onChoose: () => reading.onPause(new Date(Date.now() + HOUR).toISOString()),
              },
              {
                label: t('popup.pauseToday'),
                onChoose: () => reading.onPause(endOfDay(new Date()).toISOString()),
              },
            ]}
          />
        )}
        {canRead && (
          <button type="button" class="button" onClick={page.onAnnotate}>
            <Icon name="search" />
            {t('popup.annotateAgain')}
          </button>
        )}
        {annotations.length > 0 && (
          <Menu
            label={t('library.export')}
            icon="out"
            side="up"
            items={FEW_FORMATS.map((format) => ({
              label: t(`format.${format}`),
              hint: t(`format.${format}Hint`),
              onChoose: () => article.onExport(format),
            }))}
          />
        )}
      </div>
    </footer>
  );
}
