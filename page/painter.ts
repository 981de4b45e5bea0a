import type { AnchorState } from '../annotations/types';
import type { Stance } from '../engine/types';
import type { EssayId } from '../essays/types';
import type { PageSettings } from '../messages/protocol';
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

/** CSS Custom Highlights under names of our own; entries of others are left alone. */
class HighlightPainter implements Painter {
  readonly status = 'ready';
  private readonly highlights = new Map<string, Highlight>();
  private marks: readonly Mark[] = [];
  private painting: PageSettings['painting'] = 'off';
  private active: string | null = null;
  private sheet: Sheet | null = null;
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
    for (const name of this.highlights.keys()) {
      if (name !== ACTIVE && !ranges.has(name)) this.remove(name);
    }
    for (const [name, list] of ranges) this.set(name, list, 0);
    this.activate(this.active);
    this.style();
  }

  activate(id: string | null): void {
    this.active = id;
    const mark = id === null ? undefined : this.marks.find((known) => known.id === id);
    if (mark) this.set(ACTIVE, [mark.range], 1);
    else this.remove(ACTIVE);
    if (mark) this.style();
  }

  mend(): void {
    const gone = [...this.highlights].some(([name, own]) => CSS.highlights.get(name) !== own);
    const styled = this.sheet === null || this.sheet.isInstalled();
    if (!gone && styled) return;
    for (const [name, own] of this.highlights) CSS.highlights.set(name, own);
    if (!styled) {
      this.sheet = null;
      this.css = '';
      this.style();
    }
  }

  clear(): void {
    for (const name of [...this.highlights.keys()]) this.remove(name);
    this.marks = [];
    this.active = null;
    this.css = '';
    this.sheet?.remove();
    this.sheet = null;
  }

  private set(name: string, ranges: readonly Range[], priority: number): void {
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    this.highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
  }

  private remove(name: string): void {
    const own = this.highlights.get(name);
    this.highlights.delete(name);
    // After an update another copy of this script may have put its own entry under the name.
    if (own && CSS.highlights.get(name) === own) CSS.highlights.delete(name);
  }

  private style(): void {
    const css = paintCss(this.theme(), this.painting);
    if (css === this.css && this.sheet?.isInstalled()) return;
    this.sheet?.remove();
    this.sheet = installSheet(this.document, css);
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
