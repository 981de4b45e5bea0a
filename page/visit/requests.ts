import { onToPage } from '../../messages/page-side';
import type { TranslationRefusal } from './refusal';
import type { View } from './view';

/** The annotator's life, as far as the background's requests reach into it. */
interface Asked {
  /** All articles of the document that were read. */
  readonly views: () => Iterable<View>;
  /** The one the reader looks at. */
  readonly inView: () => View | null;
  /** Tells the reader that nothing can be linked here; null where the page's own words are shown. */
  readonly refusal: () => TranslationRefusal | null;
  /** What is asked while the page is being read waits for that. */
  readonly isRead: () => Promise<void> | null;
  readonly stop: () => void;
  /** Ends it for good: the page may turn to what it likes. */
  readonly end: () => void;
}

/** Answers what the background asks of a page. @returns a function that stops listening */
export function answerRequests({ views, inView, refusal, isRead, stop, end }: Asked): () => void {
  // The visit to a page that is left alone, because the reader paused us, is over.
  const live = () => [...views()].filter(({ visit }) => !visit.isOver);
  const some = async (act: (view: View) => Promise<boolean | undefined>) => {
    await isRead();
    for (const view of live()) if (await act(view)) return true;
    return false;
  };
  return onToPage({
    'page/refresh': ({ visit, annotations, settings }) => {
      const meant = visit ? [...views()].find((view) => view.visit.id === visit) : inView();
      meant?.visit.refresh(annotations, settings);
      return undefined;
    },
    'page/focus': async ({ id }) => ({ found: await some((view) => view.focus(id)) }),
    'page/step': async ({ direction }) => {
      await isRead();
      (await inView()?.reach())?.step(direction);
      return undefined;
    },
    'page/link-selection': async () => {
      // What is selected need not stand in the article in view.
      if (await some(async (view) => (await view.reach())?.pick())) return undefined;
      const view = live().find((one) => one === inView()) ?? live()[0];
      const refused = refusal();
      if (view) (await view.reach())?.askForText();
      else if (refused) await refused.show(document);
      // The background then has the page read by the reader's wish, and asks again.
      else throw new Error('No article is read here.');
      return undefined;
    },
    'page/place': async ({ id }) => ({ started: await some((view) => view.placeAnew(id)) }),
    'page/stop': () => {
      stop();
      return undefined;
    },
    'site/revoked': () => {
      end();
      return undefined;
    },
  });
}
