/** The library as a scene: plain, but for what is given. */
import { render } from 'preact';
import type { Annotation, Page } from '../../annotations/types';
import type { CopiesProps } from '../../components/exchange/Copies';
import type { TemplateProps } from '../../components/exchange/TemplateEditor';
import type { Edits } from '../../components/library/edits';
import { Library, type LibraryProps } from '../../components/library/Library';
import { type LibraryView, PLAIN } from '../../components/library-view';
import { articleByTemplate, STARTING_TEMPLATE, VARIABLES } from '../../exchange/markdown-template';
import { samples } from './samples';
import { called, calls, importOf, type Scene } from './scene';

const nothing = called('nothing');

/** What a scene has another way than the plain one, group by group. */
type Extra = {
  readonly [K in keyof LibraryProps]?: K extends 'view' | 'collection' | 'template'
    ? Partial<LibraryProps[K]>
    : LibraryProps[K];
};

export function library(annotations: readonly Annotation[] | null, extra: Extra = {}): Scene {
  return async (app) => {
    await import('../../components/library/library.css');
    const draw = (view: LibraryView) => {
      const chosen = annotations?.find(({ id }) => id === view.id);
      const props: LibraryProps = {
        chosen: chosen ? { annotation: chosen, link: chosen.page.url, pageNote: '' } : null,
        edits,
        savedViews: {
          views: [{ name: 'Challenges to Kelly', hash: 'essay=kelly&stance=challenges' }],
          onSave: called('onSave'),
          onRemove: called('onRemove'),
        },
        exporting: { onExport: called('onExport'), onCopy: called('onCopy') },
        copies,
        toast: { message: null, onClose: called('onToastClose') },
        progress: null,
        isBusy: false,
        onView: (next) => {
          calls.push(['onView', next]);
          draw(next);
        },
        onImport: () =>
          importOf({
            added: 12,
            updated: 1,
            unchanged: 3,
            notes: 2,
            views: 0,
            deletions: 0,
            errors: [
              { record: 4, path: 'target.quote.exact', problem: { key: 'expected', values: ['text', '17'] } },
            ],
          }),
        onAnalyse: async () => ({ status: 'ok', annotations: samples.slice(0, 2) }),
        onOpenTab: null,
        onOpenOptions: nothing,
        ...extra,
        view,
        collection: {
          claims: annotations,
          total: annotations?.length ?? 0,
          isComplete: true,
          error: null,
          outlets: ['Example Review', 'The Example Herald'],
          tags: ['chips', 'trade'],
          notesAlone: [],
          deleted: [],
          ...extra.collection,
        },
        template: { ...template, ...extra.template },
      };
      render(<Library {...props} />, app);
    };
    draw({ ...PLAIN, ...extra.view });
  };
}

const edits: Edits = {
  onVerdict: called('onVerdict'),
  onCorrect: called('onCorrect'),
  onNote: async () => {},
  onTags: async () => {},
  onRemove: called('onRemove'),
  onPlace: called('onPlace'),
  onPageNote: async () => {},
  onForgetPage: called('onForgetPage'),
  onVerdictAll: called('onVerdictAll'),
  onTagAll: called('onTagAll'),
  onUntagAll: called('onUntagAll'),
  onRemoveAll: called('onRemoveAll'),
  onRenameTag: called('onRenameTag'),
  onBringBack: called('onBringBack'),
  onUndo: called('onUndo'),
};

const copies: CopiesProps = {
  copies: [
    { made: '2026-05-12T09:00:00.000Z', claims: 128, size: 41_000 },
    { made: '2026-05-11T21:30:00.000Z', claims: 120, size: 39_000 },
  ],
  hasDownloads: false,
  onCopyNow: async () => {},
  onRestore: () =>
    importOf({ added: 3, updated: 0, unchanged: 125, notes: 0, views: 0, deletions: 0, errors: [] }),
  onDownloadCopy: nothing,
  onDownloads: nothing,
};

const template: TemplateProps = {
  template: '',
  startingTemplate: STARTING_TEMPLATE,
  variables: VARIABLES,
  onPreview: (text) =>
    articleByTemplate(text, samples[0]?.page as Page, samples.slice(0, 2), {
      exported: '2026-05-12T09:00:00.000Z',
    }),
  onTemplate: called('onTemplate'),
};
