import type { ComponentChildren } from 'preact';
import type { TabState } from '../../messages/protocol';
import { errorWordsOf } from '../errors';
import { Icon, type IconName } from '../Icon';
import { t } from '../i18n';
import { languageName, timeWords } from '../words';
import type { PopupProps } from './Popup';

interface Panel {
  readonly icon: IconName | null;
  readonly title: string;
  readonly text: string;
  readonly hint?: string;
  readonly actions?: ComponentChildren;
}

type Props = PopupProps & { readonly status: Exclude<TabState['status'], 'annotated'> };

function Primary({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="button primary" onClick={onClick}>
      {label}
    </button>
  );
}

/** What each state says and offers. */
function panelOf(props: Props): Panel {
  const { status, state, settings, site, page, reading } = props;
  const again = <Primary label={t('popup.annotate')} onClick={page.onAnnotate} />;
  switch (status) {
    case 'working':
      return { icon: null, title: t('state.working.title'), text: t('state.working.text') };
    case 'nothing-found':
      return {
        icon: 'search',
        title: t('state.nothingFound.title'),
        text: t('state.nothingFound.text'),
        hint: t('state.nothingFound.hint'),
      };
    case 'not-an-article':
      return {
        icon: 'text',
        title: t('state.notAnArticle.title'),
        text: t('state.notAnArticle.text'),
        hint: t('state.notAnArticle.hint'),
        actions: again,
      };
    case 'not-analysed':
      return {
        icon: 'text',
        title: t('state.notAnalysed.title', [languageName(state?.language ?? 'other')]),
        text: t('state.notAnalysed.text'),
      };
    case 'no-access':
      // Without an origin it is a page of the browser's own, which nobody can grant.
      if (!state?.origin)
        return { icon: 'lock', title: t('state.noAccessEver.title'), text: t('state.noAccessEver.text') };
      return {
        icon: 'lock',
        title: t('state.noAccess.title'),
        text: t('state.noAccess.text', [site || state.origin]),
        actions: (
          <>
            <Primary label={t('state.noAccess.once')} onClick={page.onAnnotate} />
            {site && (
              <button type="button" class="button" onClick={reading.onGrant}>
                {t('state.noAccess.grant', [site])}
              </button>
            )}
          </>
        ),
      };
    case 'off':
      return {
        icon: 'eyeOff',
        title: t('state.off.title', [site]),
        text: t('state.off.text'),
        actions: <Primary label={t('state.off.turnOn')} onClick={() => reading.onSite(true)} />,
      };
    case 'paused':
      return {
        icon: 'pause',
        title: t('state.paused.title', [timeWords(settings.pausedUntil)]),
        text: t('state.paused.text'),
        actions: (
          <>
            <Primary label={t('popup.resume')} onClick={() => reading.onPause('')} />
            <button type="button" class="button" onClick={page.onAnnotate}>
              {t('popup.annotate')}
            </button>
          </>
        ),
      };
    case 'error':
      return {
        icon: 'warn',
        title: t('state.error.title'),
        text: state?.error ? errorWordsOf(state.error) : t('state.error.text'),
        actions: <Primary label={t('common.retry')} onClick={page.onAnnotate} />,
      };
  }
}

export function StatePanel(props: Props) {
  const { icon, title, text, hint, actions } = panelOf(props);
  return (
    <section class="state" role="status">
      {icon ? <Icon name={icon} size={28} /> : <span class="spinner" />}
      <h1>{title}</h1>
      <p>{text}</p>
      {hint && <p class="muted small">{hint}</p>}
      {actions && <div class="state-actions">{actions}</div>}
    </section>
  );
}
