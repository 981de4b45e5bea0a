import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { Listed } from '../../annotations/listed';
import { shownOf } from '../../annotations/shown';
import type { Page } from '../../annotations/types';
import { essayIdOf } from '../../essays/ids';
import type { EssayId } from '../../essays/types';
import { ClaimText } from '../ClaimText';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { StanceIcon } from '../Marks';
import {
  anchorName,
  argumentName,
  confidenceFigure,
  dateWords,
  factsLine,
  sourceName,
  stanceName,
  titleName,
  verdictName,
} from '../words';
import type { Row } from './rows';
import { useWindowed } from './use-windowed';

/** Heights in rem, as in list.css. */
const HEIGHT = { article: 3.75, claim: 5.25, alone: 6.6 } as const;

const kindOf = (row: Row): keyof typeof HEIGHT => (row.kind === 'claim' && row.isAlone ? 'alone' : row.kind);

interface Props {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly active: string | null;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (id: string) => void;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** The essay a claim is shown with, if it is with any. */
function essayShown(annotation: Listed): EssayId | null {
  const shown = shownOf(annotation);
  return shown && essayIdOf(shown.argument);
}

/** The list: a listbox whose rows are made only when they come in sight. */
export function ClaimList({ rows, total, active, picked, onActivate, onOpen, onPick }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const rem = useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16, []);
  const heightOf = useCallback(
    (i: number) => {
      const row = rows[i];
      return HEIGHT[row ? kindOf(row) : 'claim'] * rem;
    },
    [rows, rem],
  );
  const { items, height, scrollToIndex } = useWindowed(scroller, rows.length, heightOf);
  const activeIndex = useMemo(
    () => rows.findIndex((row) => row.kind === 'claim' && row.annotation.id === active),
    [rows, active],
  );

  // The active row comes in sight, its article's heading with it where it is the first. Once only: the reader may
  // scroll away. It can be late, since the newest are listed before all are read.
  const brought = useRef<string | null>(null);
  useEffect(() => {
    if (active === null) brought.current = null;
    if (activeIndex < 0 || brought.current === active) return;
    brought.current = active;
    if (rows[activeIndex - 1]?.kind === 'article') scrollToIndex(activeIndex - 1);
    scrollToIndex(activeIndex);
    scroller.current?.scrollIntoView({ block: 'nearest' });
  }, [active, activeIndex]);

  const inSight = items.some(({ index }) => index === activeIndex);
  return (
    <div
      ref={scroller}
      class="claim-list"
      role="listbox"
      aria-label={rows[0]?.kind === 'article' ? t('library.list') : t('library.listRanked')}
      data-picking={picked.size > 0}
      aria-activedescendant={inSight && active !== null ? rowId(active) : undefined}
      tabIndex={0}
    >
      <div class="claim-rows" role="presentation" style={{ height: `${height}px` }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          const style = { transform: `translateY(${start}px)` };
          return row.kind === 'article' ? (
            <div key={`page ${row.page.key}`} class="row article-row" role="presentation" style={style}>
              <ArticleHeading page={row.page} count={row.count} />
            </div>
          ) : (
            // The keyboard is the library's: see use-keys.ts.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus, and names its active option
            <div
              key={row.annotation.id}
              id={rowId(row.annotation.id)}
              class="row claim-row"
              data-alone={row.isAlone}
              role="option"
              aria-selected={row.annotation.id === active}
              aria-checked={picked.has(row.annotation.id)}
              aria-posinset={row.place}
              aria-setsize={total}
              data-essay={essayShown(row.annotation)}
              data-verdict={row.annotation.verdict}
              style={style}
              onClick={() => {
                onActivate(row.annotation.id);
                onOpen(row.annotation.id);
              }}
            >
              <ClaimRow annotation={row.annotation} />
              {row.isAlone && <OfClaimAlone annotation={row.annotation} />}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: the key X does the same; the option says its state */}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
              <span
                class="claim-pick"
                title={t('bulk.pick')}
                onClick={(event) => {
                  event.stopPropagation();
                  onPick(row.annotation.id);
                }}
              >
                <span>{picked.has(row.annotation.id) && <Icon name="check" size={13} />}</span>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const rowId = (id: string) => `claim-${id}`;

/** What ranks a claim, and the article it is of. */
function OfClaimAlone({
  annotation: { verdict, correction, matches, page },
}: {
  readonly annotation: Listed;
}) {
  const [first] = matches;
  const isOwn = verdict === 'added' || correction !== null || !first;
  const facts = [
    isOwn ? t('confidence.byYou') : confidenceFigure(first.confidence),
    sourceName(page),
    titleName(page),
  ];
  return <span class="one-line small muted">{factsLine(facts)}</span>;
}

function ArticleHeading({ page, count }: { readonly page: Page; readonly count: number }) {
  const facts = [
    sourceName(page),
    page.published && dateWords(page.published),
    t('counts.claims', count),
    page.authors?.join(', '),
  ];
  return (
    <>
      <b class="one-line">{titleName(page)}</b>
      <span class="one-line small muted">{factsLine(facts)}</span>
    </>
  );
}

function ClaimRow({ annotation }: { readonly annotation: Listed }) {
  const shown = shownOf(annotation);
  const { verdict, note, tags, anchor } = annotation;
  return (
    <>
      <ClaimText claim={annotation} />
      <span class="row-facts small muted">
        {shown && (
          <span class="one-line">
            <StanceIcon stance={shown.stance} size={15} />
            <span class="one-line">
              {stanceName(shown.stance)}: {argumentName(shown.argument)}
            </span>
          </span>
        )}
        <span class="row-signs">
          {verdict !== 'found' && (
            <span title={verdictName(verdict)}>
              <Icon name={verdict === 'dismissed' ? 'dismiss' : 'check'} size={15} />
              <span class="hidden-text">{verdictName(verdict)}</span>
            </span>
          )}
          {(note !== '' || tags.length > 0) && (
            <span title={t('card.note')}>
              <Icon name="pen" size={15} />
              <span class="hidden-text">{t('card.note')}</span>
            </span>
          )}
          {anchor.state !== 'anchored' && (
            <span title={anchorName(anchor.state)}>
              <Icon name="warn" size={15} />
              <span class="hidden-text">{anchorName(anchor.state)}</span>
            </span>
          )}
        </span>
      </span>
    </>
  );
}
