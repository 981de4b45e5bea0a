/** Each screen in each state worth looking at, by name. */
import { type ComponentChild, render } from 'preact';
import { DEFAULT_SETTINGS } from '../../annotations/settings';
import type { Annotation } from '../../annotations/types';
import { Card } from '../../components/card/Card';
import cardCss from '../../components/card/card.css?inline';
import { Picker } from '../../components/card/Picker';
import type { CardProps } from '../../components/card/types';
import { NoteEditor } from '../../components/note/NoteEditor';
import { Popup } from '../../components/popup/Popup';
import type { TabState } from '../../messages/protocol';
import { samples } from './samples';

type Scene = (app: HTMLElement) => Promise<void> | void;

const nothing = () => {};
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
  settings: { painting: 'highlight', mutedArguments: [], threshold: 0.5 },
  index: 1,
  count: 6,
  noteFrame: null,
  busy: false,
  error: null,
  onVerdict: nothing,
  onCorrect: nothing,
  onRemove: nothing,
  onOpenNote: nothing,
  onCloseNote: nothing,
  onCopyLink: nothing,
  onOpenLibrary: nothing,
  onStep: nothing,
  onClose: nothing,
};

function popup(state: TabState | null, annotations: readonly Annotation[], extra = {}): Scene {
  return async (app) => {
    await import('../../components/popup/popup.css');
    render(
      <Popup
        state={state}
        annotations={annotations}
        settings={{ ...settings, ...extra }}
        site="example.org"
        error={null}
        onJump={nothing}
        onAnnotate={nothing}
        onGrant={nothing}
        onSite={nothing}
        onPause={nothing}
        onMute={nothing}
        onExport={nothing}
        onOpenLibrary={nothing}
        onOpenOptions={nothing}
      />,
      app,
    );
  };
}

const page = samples.slice(0, 6);

export const scenes: Readonly<Record<string, Scene>> = {
  card: onPage(<Card {...card} />),
  'card-corrected': onPage(<Card {...card} annotation={at(8)} error="The note could not be saved." />),
  'card-noted': onPage(<Card {...card} annotation={at(1)} />),
  picker: onPage(
    <Picker
      quote={at(3).target.quote.exact}
      ranking={at(3).matches.map(({ argument, stance, confidence }) => ({ argument, stance, confidence }))}
      error={null}
      onPick={nothing}
      onClose={nothing}
    />,
  ),
  'popup-annotated': popup({ status: 'annotated' }, page),
  'popup-muted': popup({ status: 'annotated' }, page, { mutedArguments: ['diplomat/china-pressure'] }),
  'popup-private': popup({ status: 'annotated', unsaved: page.slice(0, 1) }, page.slice(0, 1)),
  'popup-working': popup({ status: 'working' }, []),
  'popup-nothing': popup({ status: 'nothing-found' }, []),
  'popup-not-article': popup({ status: 'not-an-article' }, []),
  'popup-korean': popup({ status: 'not-analysed', language: 'ko' }, []),
  'popup-no-access': popup({ status: 'no-access', origin: 'https://example.org' }, []),
  'popup-browser-page': popup({ status: 'no-access' }, []),
  'popup-off': popup({ status: 'off' }, page.slice(0, 2), { sitesOff: ['example.org'] }),
  'popup-paused': popup({ status: 'paused' }, [], {
    pausedUntil: new Date(Date.now() + 3_600_000).toISOString(),
  }),
  'popup-error': popup({ status: 'error', error: 'no-answer' }, []),
  note: async (app) => {
    await import('../../components/note/note.css');
    render(
      <NoteEditor
        note="Compare with the chip waiver."
        tags={['trade', 'chips']}
        onNote={async () => {}}
        onTags={async () => {}}
      />,
      app,
    );
  },
};
