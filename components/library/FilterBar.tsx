import { useState } from 'preact/hooks';
import { ORDERS, type Order } from '../../annotations/order';
import { ANCHOR_STATES, VERDICTS, type Verdict } from '../../annotations/types';
import { STANCES } from '../../engine/types';
import { arguments_, essays } from '../../essays/catalogue';
import type { EssayId } from '../../essays/types';
import { Icon } from '../Icon';
import { keyPart, t } from '../i18n';
import { isPlain, type LibraryView } from '../library-view';
import { anchorName, argumentName, essayName, stanceName, verdictName } from '../words';
import { Choice } from './Choice';
import type { Collection } from './collection';
import { type FilterProps, having, only, setterOf } from './conditions';
import type { Edits } from './edits';
import { MoreFilters } from './MoreFilters';
import { SavedViews, type SavedViewsProps } from './SavedViews';
import { SearchField } from './SearchField';

interface Props {
  readonly view: LibraryView;
  readonly collection: Collection;
  readonly savedViews: SavedViewsProps;
  readonly onView: (view: LibraryView) => void;
  readonly onRenameTag: Edits['onRenameTag'];
}

export function FilterBar({ view, collection, savedViews, onView, onRenameTag }: Props) {
  // Only where the room is narrow; else they are always there.
  const [isOpen, setOpen] = useState(false);
  const { filter } = view;
  const filtering: FilterProps = { filter, onFilter: (next) => onView({ ...view, filter: next }) };
  const set = setterOf(filtering);
  return (
    <search class="filter-bar" data-open={isOpen}>
      <SearchField text={filter.text ?? ''} onText={(text) => set('text', text || undefined)} />
      <MainChoices {...filtering} />
      <div class="filter-folds">
        <label class="filter-mine" title={t('library.mineHint')}>
          <input
            type="checkbox"
            checked={filter.mine === true}
            onChange={({ currentTarget }) => set('mine', currentTarget.checked ? true : undefined)}
          />
          {t('library.mine')}
        </label>
        <MoreFilters {...filtering} collection={collection} onRenameTag={onRenameTag} />
        <SavedViews {...savedViews} />
      </div>
      <div class="filter-foot">
        <Count {...filtering} collection={collection} />
        <button
          type="button"
          class="button filter-open"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="filter" />
          {t('library.filters')}
        </button>
        <OrderChoice order={view.order} onOrder={(order) => onView({ ...view, order })} />
      </div>
    </search>
  );
}

/** All but one verdict is a choice too: what a reader would show to others. */
const NOT_DISMISSED: readonly Verdict[] = VERDICTS.filter((verdict) => verdict !== 'dismissed');
const isNotDismissed = (verdicts: readonly Verdict[] | undefined): boolean =>
  String(verdicts) === String(NOT_DISMISSED);

/** The filters that are always in sight where there is room. */
function MainChoices({ filter, onFilter }: FilterProps) {
  const set = setterOf({ filter, onFilter });
  const ids = arguments_.filter(({ essay }) => !filter.essay || essay === filter.essay).map(({ id }) => id);
  return (
    <div class="filter-choices">
      <Choice<EssayId>
        label={t('essay.label')}
        all={t('library.allEssays')}
        value={filter.essay}
        values={essays.map(({ id }) => id)}
        nameOf={essayName}
        onChange={(essay) => {
          const kept = filter.arguments?.filter((id) => !essay || id.startsWith(`${essay}/`));
          onFilter(having(having(filter, 'essay', essay), 'arguments', kept?.length ? kept : undefined));
        }}
      />
      <Choice
        label={t('library.argumentLabel')}
        all={t('library.allArguments')}
        value={filter.arguments?.[0]}
        values={ids}
        nameOf={argumentName}
        onChange={(id) => set('arguments', only(id))}
      />
      <Choice
        label={t('stance.label')}
        all={t('library.allStances')}
        value={filter.stances?.[0]}
        values={STANCES}
        nameOf={stanceName}
        onChange={(stance) => set('stances', only(stance))}
      />
      <Choice<Verdict | 'standing'>
        label={t('verdict.label')}
        all={t('library.allVerdicts')}
        value={isNotDismissed(filter.verdicts) ? 'standing' : filter.verdicts?.[0]}
        values={['standing', ...VERDICTS]}
        nameOf={(one) => (one === 'standing' ? t('library.notDismissed') : verdictName(one))}
        onChange={(one) => set('verdicts', one === 'standing' ? NOT_DISMISSED : only(one))}
      />
      <Choice
        label={t('anchor.label')}
        all={t('library.allPlaces')}
        value={filter.anchors?.[0]}
        values={ANCHOR_STATES}
        nameOf={anchorName}
        onChange={(state) => set('anchors', only(state))}
      />
    </div>
  );
}

/** How many of all are shown, and the way back to all of them. */
function Count({ filter, onFilter, collection }: FilterProps & Pick<Props, 'collection'>) {
  return (
    <p class="filter-count small muted" role="status">
      {t('library.shown', [collection.claims?.length ?? 0, collection.total])}
      {!collection.isComplete && <span>{t('library.partial')}</span>}
      {!isPlain(filter) && (
        <button type="button" class="button quiet" onClick={() => onFilter({})}>
          <Icon name="close" size={14} />
          {t('library.clear')}
        </button>
      )}
    </p>
  );
}

interface OrderProps {
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
}

function OrderChoice({ order, onOrder }: OrderProps) {
  return (
    <select
      class="field"
      aria-label={t('order.label')}
      value={order}
      onChange={({ currentTarget: { value } }) => onOrder(ORDERS.find((one) => one === value) ?? ORDERS[0])}
    >
      {ORDERS.map((one) => (
        <option key={one} value={one}>
          {t(`order.${keyPart(one)}`)}
        </option>
      ))}
    </select>
  );
}
