/** The library's screens in each state worth looking at, by name. */
import { render } from 'preact';
import { adjustmentOf, judgementsOf } from '../../annotations/adjustment';
import { countsOf } from '../../annotations/counts';
import { shownOf } from '../../annotations/shown';
import type { Annotation, Page } from '../../annotations/types';
import { ArgumentPage } from '../../components/argument/ArgumentPage';
import type { ImportSession } from '../../components/exchange/use-taking';
import { Figures } from '../../components/figures/Figures';
import { t } from '../../components/i18n';
import { InPrivate } from '../../components/library/InPrivate';
import { Library, type LibraryProps } from '../../components/library/Library';
import { EssayMap } from '../../components/map/EssayMap';
import { Queue } from '../../components/queue/Queue';
import type { ArgumentId } from '../../essays/types';
import { articleByTemplate, STARTING_TEMPLATE, VARIABLES } from '../../exchange/markdown-template';
import { collected, manySamples, samples } from './samples';
import { called, calls, importOf, type Scene } from './scene';

const nothing = called('nothing');

function library(annotations: readonly Annotation[] | null, extra: Partial<LibraryProps> = {}): Scene {
  return async (app) => {
    await import('../../components/library/library.css');
    const props: LibraryProps = {
      screen: 'claims',
      annotations,
      chosen: null,
      total: annotations?.length ?? 0,
      isComplete: true,
      filter: {},
      order: 'newest',
      outlets: ['Example Review', 'The Example Herald'],
      tagsInUse: ['chips', 'trade'],
      pageNote: '',
      active: null,
      onOpenTab: null,
      error: null,
      toast: null,
      linkOf: ({ page: { url } }) => url,
      onFilter: (filter) => {
        calls.push(['onFilter', filter]);
        draw({ ...props, ...extra, filter });
      },
      onOrder: (order) => {
        calls.push(['onOrder', order]);
        draw({ ...props, ...extra, order });
      },
      onActivate: (active) => {
        calls.push(['onActivate', active]);
        draw({ ...props, ...extra, active });
      },
      onUndo: called('onUndo'),
      onToastClose: called('onToastClose'),
      onExport: called('onExport'),
      onCopy: called('onCopy'),
      onImport: () =>
        importOf({
          added: 12,
          updated: 1,
          unchanged: 3,
          notes: 2,
          errors: [
            { record: 4, path: 'target.quote.exact', problem: { key: 'expected', values: ['text', '17'] } },
          ],
        }),
      onAnalyse: async () => ({ status: 'ok', annotations: samples.slice(0, 2) }),
      onOpenOptions: nothing,
      onVerdict: called('onVerdict'),
      onCorrect: called('onCorrect'),
      onPlace: called('onPlace'),
      onNote: async () => {},
      onTags: async () => {},
      onPageNote: async () => {},
      copies: [
        { made: '2026-05-12T09:00:00.000Z', claims: 128, size: 41_000 },
        { made: '2026-05-11T21:30:00.000Z', claims: 120, size: 39_000 },
      ],
      hasDownloads: false,
      onCopyNow: async () => {},
      onRestore: () => importOf({ added: 3, updated: 0, unchanged: 125, notes: 0, errors: [] }),
      onDownloadCopy: nothing,
      onDownloads: nothing,
      progress: null,
      isBusy: false,
      notesAlone: [],
      deleted: [],
      onBringBack: called('onBringBack'),
      template: '',
      startingTemplate: STARTING_TEMPLATE,
      variables: VARIABLES,
      onPreview: (template) =>
        articleByTemplate(template, samples[0]?.page as Page, samples.slice(0, 2), {
          exported: '2026-05-12T09:00:00.000Z',
        }),
      onTemplate: called('onTemplate'),
      views: [{ name: 'Challenges to Kelly', hash: 'essay=kelly&stance=challenges' }],
      onSaveView: called('onSaveView'),
      onRemoveView: called('onRemoveView'),
      onVerdictAll: called('onVerdictAll'),
      onTagAll: called('onTagAll'),
      onUntagAll: called('onUntagAll'),
      onRenameTag: called('onRenameTag'),
      onExportAll: called('onExportAll'),
      onCopyAll: called('onCopyAll'),
      onRemoveAll: called('onRemoveAll'),
      onRemove: called('onRemove'),
      onForgetPage: called('onForgetPage'),
    };
    const draw = (drawn: LibraryProps) => {
      const chosen = annotations?.find(({ id }) => id === drawn.active) ?? null;
      render(<Library {...drawn} chosen={chosen} />, app);
    };
    draw({ ...props, ...extra });
  };
}

const screens = collected();
const counts = countsOf(screens);
const argumentPage = (id: ArgumentId, note = '') =>
  library(samples, {
    screen: 'arguments',
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
    screen: 'queue',
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
const NONE = { added: 0, updated: 0, unchanged: 0, notes: 0, errors: [] };
const broken: ImportSession = {
  tryOut: () => Promise.reject(new Error('The file is gone.')),
  take: () => Promise.reject(new Error('The file is gone.')),
  end: nothing,
};

export const libraryScenes: Readonly<Record<string, Scene>> = {
  library: library(samples, { active: 'sample-2' }),
  'library-notes-alone': async (app) => {
    const notesAlone = [1, 2, 3].flatMap((n) => {
      const page = samples[n]?.page;
      const text = n === 2 ? 'Nothing on the subject, but who says so tells something.' : 'To be read again.';
      return page ? [{ page: { ...page, key: `k${n}` }, text, modified: '2026-05-12T09:00:00.000Z' }] : [];
    });
    await library(samples, { notesAlone })(app);
    await new Promise((resolve) => setTimeout(resolve, 60));
    for (const fold of app.querySelectorAll('details.notes-alone')) fold.setAttribute('open', '');
  },
  'library-deleted': async (app) => {
    await library(samples.slice(2), { deleted: samples.slice(0, 2) })(app);
    app.querySelector('details.deleted')?.setAttribute('open', '');
  },
  'library-panel': library(samples, { onOpenTab: nothing }),
  'library-ranked': library(samples, { order: 'least-sure' }),
  'library-many': library(manySamples(100_000)),
  'library-empty': library([]),
  'library-none': library([], { total: 9, filter: { text: 'nowhere' } }),
  'library-private': async (app) => {
    await import('../../components/library/library.css');
    render(<InPrivate error={null} onOpenNormal={called('onOpenNormal')} />, app);
  },
  'library-loading': library(null),
  'library-toast': library(samples, {
    active: 'sample-2',
    toast: { turn: 1, text: '1 claim deleted', tone: 'done', onUndo: called('onUndo') },
  }),
  'library-bulk': async (app) => {
    await library(samples, { active: 'sample-2' })(app);
    for (const key of ['x', 'j', 'j', 'x']) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    for (const fold of app.querySelectorAll('details.filter-more')) fold.setAttribute('open', '');
  },
  'library-rename-tag': async (app) => {
    await library(samples, { filter: { tags: ['trade'] } })(app);
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
    await pressing(library(samples, { template: STARTING_TEMPLATE }), 'library.export')(app);
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
  'library-map': library(samples, { screen: 'arguments', children: <EssayMap counts={counts} /> }),
  'library-argument': argumentPage(
    'kelly/no-looming-choice',
    'Is “looming” the right word for a slow squeeze?',
  ),
  'library-argument-empty': argumentPage('kelly/flattering-story'),
  'library-figures': library(samples, {
    screen: 'figures',
    children: <Figures all={screens} counts={counts} />,
  }),
  'library-figures-empty': library(samples, {
    screen: 'figures',
    children: <Figures all={[]} counts={countsOf([])} />,
  }),
};
