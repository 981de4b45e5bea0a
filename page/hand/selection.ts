import type { Annotation, Target } from '../../annotations/types';
import type { PickerProps } from '../../components/card/types';
import { t } from '../../components/i18n';
import type { Passage } from '../../engine/passage';
import type { Span, Stance } from '../../engine/types';
import type { ArgumentId } from '../../essays/types';
import { sendFromPage } from '../../messages/page-side';
import type { Block } from '../../messages/protocol';
import { describe } from '../anchoring/selectors';
import type { OverPage } from '../drawing/over-page';
import type { Visit } from '../visit/visit';
import { problemOf } from './problem';
import { isOffered, type Selected, selectedIn, whyNot } from './selected';

/** The selection's button comes once the selection has stood for this long, in milliseconds. */
const PAUSE = 250;
/** Characters of the article above and below that the engine is given beside the selection: some ten sentences. */
const CONTEXT = 2000;

/** The reader's own claims: select text, press the small button (or the command), choose an argument. */
export class SelectionLinker {
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** The picker that is open; answers for another one are dropped. */
  private open: { place: () => DOMRect; props: PickerProps } | null = null;

  constructor(
    private readonly document: Document,
    private readonly visit: Visit,
    private readonly over: OverPage,
    private readonly onAdded: (annotation: Annotation) => void,
    /** Whether the selection is meant for something else just now. */
    private readonly isTaken: () => boolean,
  ) {}

  /**
   * Opens the picker for what is selected, or says why it can't be taken.
   * @returns false where no text of the article is selected.
   */
  pick(): boolean {
    const selected = this.selected();
    if (!selected) return false;
    const problem = whyNot(selected);
    if (problem) {
      this.refuse(problem);
      return true;
    }
    const { span, range } = selected;
    const { text, article } = this.visit.current;
    // As it stands now: what comes late may move it before an argument is chosen.
    const target = describe(span, text, article.blocks);
    const quote = target.quote.exact;
    const close = () => this.close();
    this.over.update({ selection: null, hover: null, card: null, refusal: null });
    this.open = {
      place: () => range.getBoundingClientRect(),
      props: { quote, ranking: null, error: null, onPick: () => undefined, onClose: close },
    };
    const own = this.open;
    const draw = (change: Partial<PickerProps>) => {
      if (this.open?.place !== own.place) return;
      this.open = { place: own.place, props: { ...this.open.props, ...change } };
      this.over.update({ picker: this.open });
    };
    draw({ onPick: (argument, stance) => void this.add(target, argument, stance, draw) });
    sendFromPage('selection/rank', { text: quote, ...around(span, article.blocks) }).then(
      ({ ranking }) => draw({ ranking }),
      // The catalogue can still be searched.
      (thrown) => draw({ ranking: [], error: problemOf(thrown) }),
    );
    return true;
  }

  /** Says that nothing is selected that could be linked. */
  askForText(): void {
    this.refuse(t('select.nothing'));
  }

  private refuse(text: string): void {
    this.close();
    // In the corner stands one of the two.
    this.over.update({ removed: null, refusal: { text, onClose: () => this.close() } });
  }

  close(): void {
    this.over.hideIfDrawn('refusal');
    if (!this.open) return;
    this.open = null;
    this.over.update({ picker: null });
  }

  stop(): void {
    clearTimeout(this.pause);
    this.open = null;
  }

  private async add(
    target: Target,
    argument: ArgumentId,
    stance: Stance,
    draw: (change: Partial<PickerProps>) => void,
  ): Promise<void> {
    try {
      const request = { visit: this.visit.id, page: this.visit.page, target, argument, stance };
      const added = await sendFromPage('selection/add', request);
      if (this.visit.isOver) return;
      this.close();
      this.document.getSelection()?.removeAllRanges();
      this.visit.replace(added.id, added);
      this.onAdded(added);
    } catch (thrown) {
      draw({ error: problemOf(thrown) });
    }
  }

  /** Offers the button once the selection has stood for a while; takes it away where there is none to offer it for. */
  consider(): void {
    clearTimeout(this.pause);
    if (!this.offered()) {
      this.over.hideIfDrawn('selection');
      return;
    }
    this.pause = setTimeout(() => this.offer(), PAUSE);
  }

  private offer(): void {
    const selected = this.open || this.isTaken() ? null : this.offered();
    if (!selected) {
      this.over.hideIfDrawn('selection');
      return;
    }
    this.over.update({
      refusal: null,
      selection: { place: () => selected.range.getBoundingClientRect(), onPress: () => void this.pick() },
    });
  }

  private selected(): Selected | null {
    return selectedIn(this.document, this.visit.current);
  }

  private offered(): Selected | null {
    const selected = this.selected();
    return selected && isOffered(selected) ? selected : null;
  }
}

/** What stands near of the article above and below a span, a line for each block. */
function around({ start, end }: Span, blocks: readonly Block[]): Pick<Passage, 'before' | 'after'> {
  const joined = (parts: readonly string[]) =>
    parts.flatMap((part) => part.replace(/\s+/g, ' ').trim() || []).join('\n');
  const before = joined(blocks.map((block) => block.text.slice(0, Math.max(0, start - block.start))));
  const after = joined(blocks.map((block) => block.text.slice(Math.max(0, end - block.start))));
  return { before: before.slice(-CONTEXT), after: after.slice(0, CONTEXT) };
}
