/** The library's screens in each state worth looking at, by name. */
import { render } from 'preact';
import { adjustmentOf, judgementsOf } from '../../annotations/adjustment';
import { countsOf } from '../../annotations/counts';
import { shownOf } from '../../annotations/shown';
import type { Annotation } from '../../annotations/types';
import { ArgumentPage } from '../../components/argument/ArgumentPage';
import type { ImportSession } from '../../components/exchange/use-taking';
import { Figures } from '../../components/figures/Figures';
import { t } from '../../components/i18n';
import { InPrivate } from '../../components/library/InPrivate';
import { EssayMap } from '../../components/map/EssayMap';
import { Queue } from '../../components/queue/Queue';
import type { ArgumentId } from '../../essays/types';
import { STARTING_TEMPLATE } from '../../exchange/markdown-template';
import { library } from './library-scene';
import { collected, manySamples, samples } from './samples';
import { called, importOf, type Scene } from './scene';

const nothing = called('nothing');

const screens = collected();
const counts = countsOf(screens);
const argumentPage = (id: ArgumentId, note = '') =>
  library(samples, {
    view: { screen: 'arguments' },
    children: (
      <ArgumentPage
        id={id}
        claims={screens.filter((one) => shownOf(one)?.argument === id)}
        note={note}
        onNote={async () => {}}
        onExport={called('onExport')}
      />
    ),
  });

const queue = (claim: Annotation | null, left: number) =>
  library(samples, {
    view: { screen: 'queue' },
    children: (
      <Queue
        claim={claim}
        left={left}
        skipped={left ? 2 : 0}
        adjustment={adjustmentOf(judgementsOf(left ? judged : []))}
        isInUse={true}
        onJudge={called('onJudge')}
        onSkip={called('onSkip')}
        onSkippedAgain={nothing}
        onUndo={called('onUndo')}
        onUse={nothing}
        onForget={called('onForget')}
        onExportLearned={nothing}
      />
    ),
  });
/** Verdicts on the samples, more than once. */
const judged = [0, 1, 2, 3, 4, 0, 0, 3].flatMap((i, n) => {
  const sample = samples[i];
  const verdict = n % 3 ? ('confirmed' as const) : ('dismissed' as const);
  return sample ? [{ ...sample, verdict, touched: { verdict: sample.created } }] : [];
});

/** A scene after a button of it was pressed; its words are given by key, for they differ with the language. */
function pressing(
  scene: Scene,
  key: 'library.paste' | 'library.import' | 'library.export' | 'library.keys' | 'backup.title',
): Scene {
  return async (app) => {
    await scene(app);
    const button = [...app.querySelectorAll('button')].find(({ textContent }) => textContent === t(key));
    if (!button) throw new Error(`no button “${t(key)}”`);
    button.click();
    await drawn('dialog[open]');
  };
}

/** Waits until something is drawn. */
async function drawn(selector: string): Promise<void> {
  for (let turn = 0; !document.querySelector(selector); turn += 1) {
    if (turn > 100) throw new Error(`${selector} was not drawn`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The import dialog after a file was chosen. */
function importing(session: () => ImportSession): Scene {
  return async (app) => {
    await pressing(library(samples, { onImport: session }), 'library.import')(app);
    const input = document.querySelector<HTMLInputElement>('dialog input[type=file]');
    if (!input) throw new Error('no field for a file');
    const chosen = new DataTransfer();
    chosen.items.add(new File(['{}'], 'notes.json'));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
}
const NONE = { added: 0, updated: 0, unchanged: 0, notes: 0, views: 0, deletions: 0, errors: [] };
const broken: ImportSession = {
  tryOut: () => Promise.reject(new Error('The file is gone.')),
  take: () => Promise.reject(new Error('The file is gone.')),
  end: nothing,
};

export const libraryScenes: Readonly<Record<string, Scene>> = {
  library: library(samples, { view: { id: 'sample-2' } }),
  'library-notes-alone': async (app) => {
    const notesAlone = [1, 2, 3].flatMap((n) => {
      const page = samples[n]?.page;
      const text = n === 2 ? 'Nothing on the subject, but who says so tells something.' : 'To be read again.';
      return page ? [{ page: { ...page, key: `k${n}` }, text, modified: '2026-05-12T09:00:00.000Z' }] : [];
    });
    await library(samples, { collection: { notesAlone } })(app);
    await new Promise((resolve) => setTimeout(resolve, 60));
    for (const fold of app.querySelectorAll('details.notes-alone')) fold.setAttribute('open', '');
  },
  'library-deleted': async (app) => {
    await library(samples.slice(2), { collection: { deleted: samples.slice(0, 2) } })(app);
    app.querySelector('details.deleted')?.setAttribute('open', '');
  },
  'library-panel': library(samples, { onOpenTab: nothing }),
  'library-ranked': library(samples, { view: { order: 'least-sure' } }),
  'library-many': library(manySamples(100_000)),
  // As it is read where a claim of long ago is opened: the newest first, then all.
  'library-at-old': async (app) => {
    const all = manySamples(1_000);
    const opened = { view: { id: all.at(-1)?.id ?? null } };
    await library(all.slice(0, 120), opened)(app);
    await drawn('.claim-row');
    await library(all, opened)(app);
  },
  'library-empty': library([]),
  'library-none': library([], { collection: { total: 9 }, view: { filter: { text: 'nowhere' } } }),
  'library-private': async (app) => {
    await import('../../components/library/library.css');
    render(<InPrivate error={null} onOpenNormal={called('onOpenNormal')} />, app);
  },
  'library-loading': library(null),
  'library-toast': library(samples, {
    view: { id: 'sample-2' },
    toast: {
      message: { turn: 1, text: '1 claim deleted', tone: 'done', onUndo: called('onUndo') },
      onClose: called('onToastClose'),
    },
  }),
  'library-bulk': async (app) => {
    await library(samples, { view: { id: 'sample-2' } })(app);
    for (const key of ['x', 'j', 'j', 'x']) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    for (const fold of app.querySelectorAll('details.filter-more')) fold.setAttribute('open', '');
  },
  'library-rename-tag': async (app) => {
    await library(samples, { view: { filter: { tags: ['trade'] } } })(app);
    app.querySelector<HTMLElement>('.filter-open')?.click();
    await new Promise((resolve) => setTimeout(resolve, 60));
    app.querySelector('.rename-tag')?.setAttribute('open', '');
    const field = app.querySelector<HTMLInputElement>('.rename-tag input');
    if (!field) throw new Error('no field for the name');
    field.value = 'chips';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
  'library-export': pressing(library(samples), 'library.export'),
  'library-paste': pressing(library(samples), 'library.paste'),
  'library-template': async (app) => {
    await pressing(library(samples, { template: { template: STARTING_TEMPLATE } }), 'library.export')(app);
    document.querySelectorAll<HTMLInputElement>('dialog input[name=files]')[1]?.click();
  },
  'library-copies': pressing(library(samples), 'backup.title'),
  'library-exporting': library(samples, {
    progress: { done: 41_500, total: 100_000, onCancel: nothing },
  }),
  'library-busy': library(samples, { isBusy: true }),
  'library-keys': pressing(library(samples), 'library.keys'),
  'library-import': pressing(library(samples), 'library.import'),
  'library-import-tried': importing(() =>
    importOf({
      added: 1212,
      updated: 40,
      unchanged: 3,
      notes: 2,
      views: 1,
      deletions: 0,
      errors: [4, 17, 90].map((record) => ({
        record,
        path: 'target.quote.exact',
        problem: { key: 'expected', values: ['text', '17'] } as const,
      })),
    }),
  ),
  'library-import-wrong': importing(() =>
    importOf({
      ...NONE,
      errors: [{ record: 0, path: 'format', problem: { key: 'no-export', values: ['"format"', 'nothing'] } }],
    }),
  ),
  'library-import-busy': importing(() => importOf(NONE, { step: 'checking', done: 42_000, total: 100_000 })),
  'library-import-failed': importing(() => broken),
  'library-queue': queue(samples[4] ?? null, 14),
  'library-queue-done': queue(null, 0),
  'library-map': library(samples, { view: { screen: 'arguments' }, children: <EssayMap counts={counts} /> }),
  'library-argument': argumentPage(
    'kelly/no-looming-choice',
    'Is “looming” the right word for a slow squeeze?',
  ),
  'library-argument-empty': argumentPage('kelly/flattering-story'),
  'library-figures': library(samples, {
    view: { screen: 'figures' },
    children: <Figures all={screens} counts={counts} />,
  }),
  'library-figures-empty': library(samples, {
    view: { screen: 'figures' },
    children: <Figures all={[]} counts={countsOf([])} />,
  }),
};
