/** All of one annotation, and everything that can be changed in it. */
import type { Order } from '../../annotations/order';
import { otherMatches, shownMatch, shownOf } from '../../annotations/shown';
import type { Annotation } from '../../annotations/types';
import { arguments_, essays } from '../../essays/catalogue';
import { essayIdOf } from '../../essays/ids';
import type { ArgumentId } from '../../essays/types';
import { AnchorNotice } from '../AnchorNotice';
import { StanceRadios } from '../ArgumentChooser';
import { ConfidenceMeter } from '../ConfidenceMeter';
import type { Exporting } from '../exchange/ExportDialog';
import { exportItems } from '../exchange/export-items';
import { ForgetPage } from '../ForgetPage';
import { Icon } from '../Icon';
import { InContext } from '../InContext';
import { t } from '../i18n';
import { Linked } from '../Linked';
import { hrefOf } from '../library-view';
import { StanceMark } from '../Marks';
import { Menu } from '../Menu';
import { NoteEditor } from '../note/NoteEditor';
import { PageNote } from '../note/PageNote';
import { Relations } from '../Relations';
import { Why } from '../Why';
import { argumentName, dateWords, essayName, factsLine, sourceName, titleName, verdictName } from '../words';
import type { ClaimEdits } from './edits';

/** The claim the detail shows. */
export interface Chosen {
  readonly annotation: Annotation;
  /** The article at this sentence; null for what is no page. */
  readonly link: string | null;
  /** The note on the article as a whole; null until it is read. */
  readonly pageNote: string | null;
}

interface Props {
  readonly chosen: Chosen;
  /** The list's order: links to other parts of the list keep it. */
  readonly order: Order;
  /** Every tag in use. */
  readonly tagsInUse: readonly string[];
  readonly edits: ClaimEdits;
  readonly exporting: Exporting;
}

const argumentHref = (of: ArgumentId) => hrefOf({ screen: 'arguments', of });

/** What a part on the claim alone takes. */
type OfClaim = Pick<Props, 'edits'> & Pick<Chosen, 'annotation'>;

export function Detail({ chosen, order, tagsInUse, edits, exporting }: Props) {
  const { annotation, link, pageNote } = chosen;
  const { id, page, anchor } = annotation;
  const shown = shownOf(annotation);
  const match = shownMatch(annotation);
  return (
    <article class="detail" data-essay={shown && essayIdOf(shown.argument)}>
      <Heading chosen={chosen} order={order} />
      <InContext annotation={annotation} cues={match?.cues ?? []} />
      <AnchorNotice anchor={anchor}>
        {link !== null && (
          <button type="button" class="button quiet" onClick={() => edits.onPlace(id)}>
            <Icon name="text" size={16} />
            {t('place.anew')}
          </button>
        )}
      </AnchorNotice>
      <Linked annotation={annotation} hrefOf={argumentHref} onReset={() => edits.onCorrect(id, null)} />
      <Judging annotation={annotation} edits={edits} />
      <NoteEditor
        key={id}
        note={annotation.note}
        tags={annotation.tags}
        tagsInUse={tagsInUse}
        tagHref={(tag) => hrefOf({ filter: { tags: [tag] }, order, id })}
        onNote={(note) => edits.onNote(id, note)}
        onTags={(tags) => edits.onTags(id, tags)}
      />
      {match && (
        <details>
          <summary>{t('card.why')}</summary>
          <Why match={match} />
        </details>
      )}
      {shown && (
        <details>
          <summary>{t('relation.title')}</summary>
          <Relations argument={shown.argument} hrefOf={argumentHref} />
        </details>
      )}
      <OtherMatches annotation={annotation} edits={edits} />
      {pageNote !== null && (
        <PageNote key={`page ${page.key}`} text={pageNote} onText={(text) => edits.onPageNote(page, text)} />
      )}
      <ForgetPage key={`forget ${page.key}`} onForget={() => edits.onForgetPage(page.key)} />
      <Footer annotation={annotation} edits={edits} exporting={exporting} />
    </article>
  );
}

/** The article: its source, its title, and the way to all of it. */
function Heading({ chosen, order }: Pick<Props, 'chosen' | 'order'>) {
  const { annotation, link } = chosen;
  const { id, page } = annotation;
  return (
    <header>
      <p class="small muted">
        {factsLine([sourceName(page), page.authors?.join(', '), page.published && dateWords(page.published)])}
      </p>
      <h2>
        {link === null ? (
          titleName(page)
        ) : (
          <a href={link} target="_blank" rel="noreferrer" title={t('library.jumpTo')}>
            {titleName(page)}
            <span class="hidden-text"> ({t('common.newTab')})</span>
          </a>
        )}
      </h2>
      <a class="small of-article" href={hrefOf({ filter: { pageKey: page.key }, order, id })}>
        {t('library.allOfArticle')}
      </a>
    </header>
  );
}

/** Verdict, stance and argument. */
function Judging({ annotation, edits }: OfClaim) {
  const { id, verdict } = annotation;
  const { onVerdict, onCorrect } = edits;
  const shown = shownOf(annotation);
  return (
    <div class="judging">
      {verdict !== 'added' && (
        <div class="verdict-buttons">
          {(['confirmed', 'dismissed'] as const).map((one) => (
            <button
              key={one}
              type="button"
              class="button"
              aria-pressed={verdict === one}
              onClick={() => onVerdict(id, verdict === one ? 'found' : one)}
            >
              <Icon name={one === 'confirmed' ? 'check' : 'dismiss'} />
              {verdict === one ? verdictName(one) : t(one === 'confirmed' ? 'card.confirm' : 'card.dismiss')}
            </button>
          ))}
        </div>
      )}
      {shown && (
        <>
          <StanceRadios
            name={`stance-${id}`}
            value={shown.stance}
            onChange={(stance) => onCorrect(id, { argument: shown.argument, stance })}
          />
          <select
            class="field"
            aria-label={t('library.argumentLabel')}
            value={shown.argument}
            onChange={(event) =>
              onCorrect(id, { argument: event.currentTarget.value as ArgumentId, stance: shown.stance })
            }
          >
            {essays.map((essay) => (
              <optgroup key={essay.id} label={essayName(essay.id)}>
                {arguments_
                  .filter((argument) => argument.essay === essay.id)
                  .map((argument) => (
                    <option key={argument.id} value={argument.id}>
                      {argumentName(argument.id)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </>
      )}
    </div>
  );
}

/** The other arguments it was linked to, to take one of them instead. */
function OtherMatches({ annotation, edits }: OfClaim) {
  const others = otherMatches(annotation);
  if (others.length === 0) return null;
  return (
    <details>
      <summary>
        {t('card.otherMatches')} ({others.length})
      </summary>
      <ul class="other-matches">
        {others.map((other) => (
          <li key={other.argument}>
            <StanceMark stance={other.stance} /> {argumentName(other.argument)}{' '}
            <ConfidenceMeter confidence={other.confidence} />
            <button
              type="button"
              class="button"
              onClick={() =>
                edits.onCorrect(annotation.id, { argument: other.argument, stance: other.stance })
              }
            >
              {t('card.useThis')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where the claim came from, and what can be done with all of it. */
function Footer({ annotation, edits, exporting }: OfClaim & Pick<Props, 'exporting'>) {
  const { id } = annotation;
  return (
    <footer>
      <p class="small muted">
        {annotation.verdict === 'added'
          ? t('library.addedOn', [dateWords(annotation.created)])
          : t('library.engine', [annotation.engine, dateWords(annotation.created)])}
      </p>
      <Menu label={t('library.export')} icon="out" side="up" items={exportItems([id], exporting)} />
      <button type="button" class="button danger" onClick={() => edits.onRemove(id)}>
        <Icon name="bin" />
        {t('library.remove')}
      </button>
    </footer>
  );
}
