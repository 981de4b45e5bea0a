/** Each screen in each state worth looking at, by name. */
import { type ComponentChild, render } from 'preact';
import { DEFAULT_SETTINGS } from '../../annotations/settings';
import type { Annotation } from '../../annotations/types';
import { Card } from '../../components/card/Card';
import cardCss from '../../components/card/card.css?inline';
import { Picker } from '../../components/card/Picker';
import { Refusal } from '../../components/card/Refusal';
import { Removed } from '../../components/card/Removed';
import type { CardProps } from '../../components/card/types';
import { t } from '../../components/i18n';
import { NoteEditor } from '../../components/note/NoteEditor';
import { Options } from '../../components/options/Options';
import { Popup } from '../../components/popup/Popup';
import { Welcome } from '../../components/welcome/Welcome';
import type { TabState } from '../../messages/protocol';
import { outlets } from '../../page/outlets';
import { libraryScenes } from './library-scenes';
import { samples } from './samples';
import { called, importOf, type Scene } from './scene';

const nothing = called('nothing');
const settings = { ...DEFAULT_SETTINGS, pausedUntil: '' };

/** In a shadow root on a page whose root font size is odd, as sites have it. */
function onPage(child: ComponentChild): Scene {
  return (app) => {
    document.documentElement.style.fontSize = '62.5%';
    document.body.style.cssText = 'background: light-dark(#fff, #111); margin: 16px';
    document.documentElement.style.colorScheme = document.documentElement.dataset.theme ?? 'light';
    const root = app.attachShadow({ mode: 'open' });
    app.dataset.theme = document.documentElement.dataset.theme ?? '';
    const style = document.createElement('style');
    style.textContent = cardCss;
    const inside = document.createElement('div');
    root.append(style, inside);
    render(child, inside);
  };
}

const at = (i: number): Annotation => samples[i] as Annotation;
const card: CardProps = {
  annotation: at(0),
  index: 1,
  count: 6,
  noteFrame: null,
  busy: false,
  error: null,
  onVerdict: called('onVerdict'),
  onCorrect: called('onCorrect'),
  onRemove: called('onRemove'),
  onOpenNote: called('onOpenNote'),
  onCloseNote: nothing,
  onCopy: called('onCopy'),
  onOpenLibrary: called('onOpenLibrary'),
  onStep: called('onStep'),
  onClose: called('onClose'),
};

function popup(
  state: TabState | null,
  annotations: readonly Annotation[],
  extra = {},
  site = 'example.org',
  isPrivate = false,
): Scene {
  return async (app) => {
    await import('../../components/popup/popup.css');
    render(
      <Popup
        state={state}
        annotations={annotations}
        settings={{ ...settings, ...extra }}
        site={site}
        isPrivate={isPrivate}
        error={null}
        pageNote={state?.status === 'annotated' && !state.unsaved ? 'A weak piece on the whole.' : null}
        forgotten={null}
        page={{ onJump: called('onJump'), onPlace: called('onPlace'), onAnnotate: nothing }}
        reading={{
          onGrant: nothing,
          onSite: called('onSite'),
          onPause: called('onPause'),
          onMute: called('onMute'),
        }}
        article={{
          onCopySummary: async () => true,
          onNote: async () => {},
          onForget: state?.status === 'annotated' && !state.unsaved ? called('onForgetPage') : null,
          onExport: called('onExport'),
        }}
        screens={{ onOpenLibrary: called('onOpenLibrary'), onOpenOptions: nothing }}
      />,
      app,
    );
  };
}

/** The page has folded up or cut off where it stands. */
const cutOff = (annotation: Annotation): Annotation =>
  annotation.anchor.state === 'anchored'
    ? { ...annotation, anchor: { ...annotation.anchor, reason: 'out-of-sight' } }
    : annotation;

const page = samples.slice(0, 6);
const dismissedThird = (a: Annotation, i: number): Annotation =>
  i === 2 ? { ...a, verdict: 'dismissed' } : a;

const options =
  (inPrivate: boolean): Scene =>
  async (app) => {
    await import('../../components/options/options.css');
    const groups = (['korea', 'china', 'united-states', 'japan', 'agency', 'policy'] as const).map(
      (group) => ({
        group,
        outlets: outlets
          .filter((outlet) => outlet.group === group)
          .map(({ name, hosts: [site = '', ...others] }) => ({ name, site, others })),
      }),
    );
    render(
      <Options
        settings={{ ...settings, sitesOff: ['tass.com'], mutedArguments: ['kelly/flattering-story'] }}
        error={null}
        onChange={nothing}
        shownAt={(threshold) => Math.round(120 * (1 - threshold))}
        sites={{
          groups,
          hasDefaults: false,
          granted: ['*://*.example.org/*'],
          onGrantDefaults: nothing,
          onGrant: nothing,
          onRevoke: nothing,
        }}
        keyboard={{
          commands: [
            { name: 'Annotate this page', keys: 'Alt+Shift+U' },
            { name: 'Next claim', keys: '' },
          ],
          onOpenShortcuts: nothing,
        }}
        data={{
          onOpenNormal: inPrivate ? nothing : null,
          count: 128,
          bytes: 2_340_000,
          quota: 78_000_000_000,
          persisted: true,
          lastBackup: '2026-05-12T09:00:00.000Z',
          forget: {
            sites: ['koreaherald.com', 'en.yna.co.kr'],
            forgotten: 12,
            onForgetSite: called('onForgetSite'),
            onForgetDay: called('onForgetDay'),
          },
          progress: { done: 12_000, total: 100_000, onCancel: nothing },
          isBusy: false,
          said: '',
          onExport: called('onExport'),
          onImport: () =>
            importOf({ added: 0, updated: 0, unchanged: 0, notes: 0, views: 0, deletions: 0, errors: [] }),
          onDeleteAll: nothing,
        }}
        about={{ version: '0.1.0', engine: '0.1.0', onWelcome: nothing }}
      />,
      app,
    );
  };

const welcome: Scene = async (app) => {
  await import('../../components/welcome/welcome.css');
  render(
    <Welcome
      theme={document.documentElement.dataset.theme ?? 'system'}
      outletCount={outlets.length}
      hasAccess={false}
      onGrant={nothing}
      onOpenLibrary={called('onOpenLibrary')}
      onOpenOptions={nothing}
    />,
    app,
  );
};

export const scenes: Readonly<Record<string, Scene>> = {
  card: onPage(<Card {...card} />),
  'card-corrected': onPage(<Card {...card} annotation={at(8)} error="The note could not be saved." />),
  'card-noted': onPage(<Card {...card} annotation={at(1)} />),
  'card-uncertain': onPage(<Card {...card} annotation={at(4)} onPlaceHere={nothing} onPlaceAnew={nothing} />),
  'card-cut-off': onPage(<Card {...card} annotation={cutOff(at(2))} />),
  picker: onPage(
    <Picker
      quote={at(3).target.quote.exact}
      ranking={at(3).matches.map(({ argument, stance, confidence }) => ({ argument, stance, confidence }))}
      error={null}
      onPick={called('onPick')}
      onClose={called('onClose')}
    />,
  ),
  refusal: onPage(
    <>
      <Refusal text={t('select.tooLong', [2310, 1500])} onClose={called('onClose')} />
      <Removed error={t('error.store_missing')} onUndo={called('onUndo')} onClose={called('onClose')} />
    </>,
  ),
  'popup-annotated': popup({ status: 'annotated' }, page),
  'popup-cut-off': popup({ status: 'annotated' }, page.map(cutOff)),
  'popup-muted': popup({ status: 'annotated' }, page.map(dismissedThird), {
    mutedArguments: ['diplomat/china-pressure'],
  }),
  'popup-private': popup(
    { status: 'annotated', unsaved: page.slice(0, 1) },
    page.slice(0, 1),
    {},
    'example.org',
    true,
  ),
  'popup-touched': popup({ status: 'annotated', unsaved: page.slice(0, 1) }, page.slice(0, 1)),
  'popup-working': popup({ status: 'working' }, []),
  'popup-nothing': popup({ status: 'nothing-found' }, []),
  'popup-not-article': popup({ status: 'not-an-article' }, []),
  'popup-korean': popup({ status: 'not-analysed', language: 'ko' }, []),
  'popup-no-access': popup({ status: 'no-access', origin: 'https://example.org' }, []),
  'popup-browser-page': popup({ status: 'no-access' }, [], {}, ''),
  'popup-off': popup({ status: 'off' }, page.slice(0, 2), { sitesOff: ['example.org'] }),
  'popup-paused': popup({ status: 'paused' }, [], {
    pausedUntil: new Date(Date.now() + 3_600_000).toISOString(),
  }),
  'popup-error': popup({ status: 'error', error: 'no-answer' }, []),
  ...libraryScenes,
  options: options(false),
  'options-private': options(true),
  welcome,
  note: async (app) => {
    await import('../../components/note/note.css');
    // In the card it stands on the card's ground.
    document.body.style.background = 'var(--surface)';
    render(
      <NoteEditor
        note="Compare with the chip waiver."
        tags={['trade', 'chips']}
        tagsInUse={['chips', 'THAAD', 'trade']}
        onNote={async () => {}}
        onTags={async () => {}}
      />,
      app,
    );
  },
};
