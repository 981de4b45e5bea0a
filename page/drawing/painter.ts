import type { AnchorState } from '../../annotations/types';
import type { Stance } from '../../engine/types';
import type { EssayId } from '../../essays/types';
import type { PageSettings } from '../../messages/protocol';
import { ACTIVE, highlightName, paintCss } from './paint-style';
import { installSheet, type Sheet } from './sheet';

/** A claim to be painted. */
export interface Mark {
  readonly id: string;
  readonly range: Range;
  readonly essay: EssayId;
  readonly stance: Stance;
  readonly state: Exclude<AnchorState, 'orphaned'>;
}

/** Shows claims in the page's text without touching its DOM. */
export interface Painter {
  /** `unsupported`: the browser lacks the Custom Highlight API; the claims are listed but not painted. */
  readonly status: 'ready' | 'unsupported';
  /** Replaces what was painted. */
  paint(marks: readonly Mark[], painting: PageSettings['painting']): void;
  /** Makes one claim stand out; null: none. */
  activate(id: string | null): void;
  /** Paints again what the page has cleared; cheap where nothing is missing. */
  mend(): void;
  /** Takes away what this painter painted, and nothing else. */
  clear(): void;
}

/** The painter for this browser. */
export function createPainter(document: Document, theme: () => 'light' | 'dark'): Painter {
  const supported =
    typeof Highlight === 'function' && typeof CSS !== 'undefined' && CSS.highlights !== undefined;
  return supported ? new HighlightPainter(document, theme) : new NoPainter();
}

/**
 * A highlight under a name of ours, and what each article's painter has put into it: all of a document share the names.
 */
interface Shared {
  readonly highlight: Highlight;
  readonly ranges: ReadonlyMap<object, readonly Range[]>;
}

/** What the painters of this document have painted, by name. */
const painted = new Map<string, Shared>();

function put(name: string, painter: object, own: readonly Range[]): void {
  show(name, new Map(painted.get(name)?.ranges).set(painter, own));
}

function takeAway(name: string, painter: object): void {
  const shared = painted.get(name);
  if (!shared) return;
  const others = new Map(shared.ranges);
  others.delete(painter);
  if (others.size > 0) {
    show(name, others);
    return;
  }
  painted.delete(name);
  // After an update another copy of this script may have put its own entry under the name.
  if (CSS.highlights.get(name) === shared.highlight) CSS.highlights.delete(name);
}

function show(name: string, ranges: Shared['ranges']): void {
  const highlight = new Highlight(...[...ranges.values()].flat());
  highlight.priority = name === ACTIVE ? 1 : 0;
  painted.set(name, { highlight, ranges });
  CSS.highlights.set(name, highlight);
}

/** CSS Custom Highlights under names of our own; entries of others are left alone. */
class HighlightPainter implements Painter {
  readonly status = 'ready';
  private readonly names = new Set<string>();
  private marks: readonly Mark[] = [];
  private painting: PageSettings['painting'] = 'off';
  private active: string | null = null;
  /** One in the document, and one in each shadow root that holds marks: Firefox looks for rules nowhere else. */
  private readonly sheets = new Map<Document | ShadowRoot, Sheet>();
  private css = '';

  constructor(
    private readonly document: Document,
    private readonly theme: () => 'light' | 'dark',
  ) {}

  paint(marks: readonly Mark[], painting: PageSettings['painting']): void {
    this.marks = marks;
    this.painting = painting;
    const ranges = new Map<string, Range[]>();
    for (const mark of painting === 'off' ? [] : marks) {
      const name = highlightName(mark.essay, mark.stance, mark.state);
      const list = ranges.get(name);
      if (list) list.push(mark.range);
      else ranges.set(name, [mark.range]);
    }
    for (const name of this.names) {
      if (name !== ACTIVE && !ranges.has(name)) this.remove(name);
    }
    for (const [name, list] of ranges) this.set(name, list);
    this.activate(this.active);
    this.style();
  }

  activate(id: string | null): void {
    this.active = id;
    const mark = id === null ? undefined : this.marks.find((known) => known.id === id);
    if (mark) this.set(ACTIVE, [mark.range]);
    else this.remove(ACTIVE);
    if (mark) this.style();
  }

  mend(): void {
    for (const name of this.names) {
      const own = painted.get(name)?.highlight;
      if (own && CSS.highlights.get(name) !== own) CSS.highlights.set(name, own);
    }
    // The sheets too, and their hues: a page may have turned dark.
    if (this.sheets.size > 0) this.style();
  }

  clear(): void {
    for (const name of this.names) this.remove(name);
    this.marks = [];
    this.active = null;
    this.css = '';
    for (const sheet of this.sheets.values()) sheet.remove();
    this.sheets.clear();
  }

  private set(name: string, ranges: readonly Range[]): void {
    this.names.add(name);
    put(name, this, ranges);
  }

  private remove(name: string): void {
    if (this.names.delete(name)) takeAway(name, this);
  }

  private style(): void {
    const css = paintCss(this.theme(), this.painting);
    const roots = new Set<Document | ShadowRoot>([this.document]);
    for (const { range } of this.marks) {
      const root = range.startContainer.getRootNode();
      if (root instanceof ShadowRoot) roots.add(root);
    }
    for (const [root, sheet] of this.sheets) {
      if (css === this.css && roots.has(root) && sheet.isInstalled()) continue;
      sheet.remove();
      this.sheets.delete(root);
    }
    for (const root of roots) if (!this.sheets.has(root)) this.sheets.set(root, installSheet(root, css));
    this.css = css;
  }
}

class NoPainter implements Painter {
  readonly status = 'unsupported';
  paint(): void {}
  activate(): void {}
  mend(): void {}
  clear(): void {}
}
