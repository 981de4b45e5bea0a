import { shownOf } from '../../annotations/shown';
import type { Annotation } from '../../annotations/types';
import { Card } from '../../components/card/Card';
import { Picker } from '../../components/card/Picker';
import { PlaceAnew } from '../../components/card/PlaceAnew';
import { Refusal } from '../../components/card/Refusal';
import { Removed } from '../../components/card/Removed';
import type {
  CardProps,
  PickerProps,
  PlaceAnewProps,
  RefusalProps,
  RemovedProps,
} from '../../components/card/types';
import { Icon } from '../../components/Icon';
import { t } from '../../components/i18n';
import { argumentName, stanceName } from '../../components/words';
import { Beside } from './beside';

/** A small button beside a claim or a selection. */
interface SmallButton {
  readonly place: () => DOMRect;
  readonly onPress: () => void;
}

/** All that is drawn over the page; null: not shown. */
export interface LayerState {
  /** Those of the keyboard's list. */
  readonly claims: readonly Annotation[];
  /** Where nothing can be painted the list is in plain sight, with a word on why. */
  readonly painted: boolean;
  readonly onOpenClaim: (id: string) => void;
  readonly card: { readonly place: () => DOMRect; readonly props: CardProps } | null;
  readonly picker: { readonly place: () => DOMRect; readonly props: PickerProps } | null;
  /** Why the selection was not taken. */
  readonly refusal: RefusalProps | null;
  /** A claim was deleted just now. */
  readonly removed: RemovedProps | null;
  /** A claim is being placed anew. */
  readonly placing: PlaceAnewProps | null;
  /** Opens the card of a claim that stands in a link. */
  readonly hover: SmallButton | null;
  /** Links the selected text to an argument. */
  readonly selection: SmallButton | null;
}

/** What is drawn over a news page: the claims' list for the keyboard, a small button, the card or the picker. */
export function Layer(state: LayerState) {
  const { claims, painted, onOpenClaim, card, picker, refusal, removed, placing, hover, selection } = state;
  return (
    <>
      {claims.length > 0 && (
        <section class={painted ? 'claim-list' : 'claim-list shown'} aria-label={t('page.claims')}>
          <h2>{t('page.claims')}</h2>
          <p role="status">{t('counts.claims', claims.length)}</p>
          {!painted && <p>{t('page.noPainting')}</p>}
          <ul>
            {claims.map((annotation) => (
              <li key={annotation.id}>
                <button type="button" data-claim={annotation.id} onClick={() => onOpenClaim(annotation.id)}>
                  {labelOf(annotation)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {hover && <Small {...hover} icon="rope" label={t('card.title')} />}
      {selection && <Small {...selection} icon="link" label={t('picker.title')} />}
      {card && (
        <Beside place={card.place} placement="bottom-start" kind="card-place" key={card.props.annotation.id}>
          <Card {...card.props} />
        </Beside>
      )}
      {picker && (
        <Beside place={picker.place} placement="bottom-start" kind="card-place">
          <Picker {...picker.props} />
        </Beside>
      )}
      {refusal && (
        <div class="corner">
          <Refusal {...refusal} />
        </div>
      )}
      {removed && (
        <div class="corner">
          <Removed {...removed} />
        </div>
      )}
      {placing && (
        <div class="corner">
          <PlaceAnew {...placing} />
        </div>
      )}
    </>
  );
}

function Small({ place, onPress, icon, label }: SmallButton & { icon: 'rope' | 'link'; label: string }) {
  return (
    <Beside place={place} placement="top-end">
      <button
        type="button"
        class="mark-button"
        // The press must not take the selection away from the page.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        <Icon name={icon} size={16} />
        {label}
      </button>
    </Beside>
  );
}

/** A claim as the keyboard's list names it. */
function labelOf(annotation: Annotation): string {
  const shown = shownOf(annotation);
  const quote = annotation.target.quote.exact.replace(/\s+/g, ' ').trim();
  const short = quote.length > 90 ? `${quote.slice(0, 88).trimEnd()}…` : quote;
  return shown ? `${short} (${stanceName(shown.stance)}: ${argumentName(shown.argument)})` : short;
}
