import { useState } from 'preact/hooks';
import type { AnnotationFilter } from '../../annotations/filter';
import { dayAfter, localDay, startOfDay } from '../../annotations/local-day';
import { ORDERS } from '../../annotations/order';
import { ANCHOR_STATES, VERDICTS, type Verdict } from '../../annotations/types';
import { STANCES } from '../../engine/types';
import { arguments_, essays } from '../../essays/catalogue';
import type { EssayId } from '../../essays/types';
import { Icon } from '../Icon';
import { keyPart, t } from '../i18n';
import { isPlain, type LibraryView } from '../library-view';
import { anchorName, argumentName, essayName, outletName, stanceName, verdictName } from '../words';
import type { Collection } from './collection';
import type { Edits } from './edits';
import { RenameTag } from './RenameTag';
import { SavedViews, type SavedViewsProps } from './SavedViews';
import { SearchField } from './SearchField';

interface Props {
  readonly view: LibraryView;
  readonly collection: Collection;
  readonly savedViews: SavedViewsProps;
  readonly onView: (view: LibraryView) => void;
  readonly onRenameTag: Edits['onRenameTag'];
}

/** The steps of confidence a filter offers. */
const SURE = [0.3, 0.5, 0.6, 0.7, 0.8, 0.9];

/** A filter with one condition set, or taken out where there is no value. */
function having<K extends keyof AnnotationFilter>(
  filter: AnnotationFilter,
  name: K,
  value: AnnotationFilter[K] | undefined,
): AnnotationFilter {
  const { [name]: _, ...rest } = filter;
  return value === undefined ? rest : { ...rest, [name]: value };
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly all: string;
  readonly value: T | undefined;
  readonly values: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly onChange: (value: T | undefined) => void;
}

/** The value of no choice; not the empty text, which is the outlet of what names none. */
const ALL = ' ';

function Choice<T extends string>({ label, all, value, values, nameOf, onChange }: ChoiceProps<T>) {
  return (
    <select
      class="field"
      aria-label={label}
      value={value ?? ALL}
      onChange={(event) => {
        const { value: chosen } = event.currentTarget;
        onChange(values.find((one) => one === chosen));
      }}
    >
      <option value={ALL}>{all}</option>
      {values.map((one) => (
        <option key={one} value={one}>
          {nameOf(one)}
        </option>
      ))}
    </select>
  );
}

/** One value of a list filter: this bar sets one at a time, an address may hold more. */
const only = <T,>(value: T | undefined): readonly T[] | undefined =>
  value === undefined ? undefined : [value];

/** All but one verdict is a choice too: what a reader would show to others. */
const NOT_DISMISSED: readonly Verdict[] = VERDICTS.filter((verdict) => verdict !== 'dismissed');
const isNotDismissed = (verdicts: readonly Verdict[] | undefined): boolean =>
  String(verdicts) === String(NOT_DISMISSED);

export function FilterBar(props: Props) {
  const { view, collection, onView } = props;
  const { filter } = view;
  // Only where the room is narrow; else they are always there.
  const [isOpen, setOpen] = useState(false);
  const onFilter = (next: AnnotationFilter) => onView({ ...view, filter: next });
  const set = <K extends keyof AnnotationFilter>(name: K, value: AnnotationFilter[K] | undefined) =>
    onFilter(having(filter, name, value));
  const ids = arguments_.filter(({ essay }) => !filter.essay || essay === filter.essay).map(({ id }) => id);
  return (
    <search class="filter-bar" data-open={isOpen}>
      <SearchField text={filter.text ?? ''} onText={(text) => set('text', text || undefined)} />
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
      <div class="filter-folds">
        <label class="filter-mine" title={t('library.mineHint')}>
          <input
            type="checkbox"
            checked={filter.mine === true}
            onChange={({ currentTarget }) => set('mine', currentTarget.checked ? true : undefined)}
          />
          {t('library.mine')}
        </label>
        <MoreFilters filter={filter} collection={collection} set={set} onRenameTag={props.onRenameTag} />
        <SavedViews {...props.savedViews} />
      </div>
      <div class="filter-foot">
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
        <button
          type="button"
          class="button filter-open"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="filter" />
          {t('library.filters')}
        </button>
        <select
          class="field"
          aria-label={t('order.label')}
          value={view.order}
          onChange={({ currentTarget: { value } }) =>
            onView({ ...view, order: ORDERS.find((one) => one === value) ?? ORDERS[0] })
          }
        >
          {ORDERS.map((one) => (
            <option key={one} value={one}>
              {t(`order.${keyPart(one)}`)}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
}

interface MoreProps extends Pick<Props, 'collection' | 'onRenameTag'> {
  readonly filter: AnnotationFilter;
  readonly set: <K extends keyof AnnotationFilter>(name: K, value: AnnotationFilter[K] | undefined) => void;
}

interface DayProps {
  readonly label: string;
  /** Such as `2026-03-01`; empty for none. */
  readonly day: string;
  readonly onChange: (day: string) => void;
}

function Day({ label, day, onChange }: DayProps) {
  return (
    <label>
      {label}
      <input
        class="field"
        type="date"
        value={day}
        onChange={({ currentTarget: { value } }) => onChange(value)}
      />
    </label>
  );
}

/** Those asked for less often; open where one of them is in force. */
function MoreFilters({ filter, collection, onRenameTag, set }: MoreProps) {
  const { outlets, tags, confidence, from, to, publishedFrom, publishedTo } = filter;
  const inForce = [outlets, tags, confidence, from, to, publishedFrom, publishedTo].some(
    (value) => value !== undefined,
  );
  return (
    <details class="filter-more" open={inForce}>
      <summary>{t('library.moreFilters')}</summary>
      <div class="filter-choices">
        <Choice
          label={t('library.outletLabel')}
          all={t('library.allOutlets')}
          value={filter.outlets?.[0]}
          values={collection.outlets}
          nameOf={outletName}
          onChange={(outlet) => set('outlets', only(outlet))}
        />
        <Choice
          label={t('note.tags')}
          all={t('library.allTags')}
          value={filter.tags?.[0]}
          values={collection.tags}
          nameOf={(tag) => tag}
          onChange={(tag) => set('tags', only(tag))}
        />
        <Choice
          label={t('library.confidenceLabel')}
          all={t('library.anyConfidence')}
          value={filter.confidence === undefined ? undefined : String(filter.confidence)}
          values={SURE.map(String)}
          nameOf={(sure) => t('library.confidenceFrom', [Math.round(Number(sure) * 100)])}
          onChange={(sure) => set('confidence', sure === undefined ? undefined : Number(sure))}
        />
      </div>
      {tags?.length === 1 && tags[0] && (
        <RenameTag tag={tags[0]} tagsInUse={collection.tags} onRenameTag={onRenameTag} />
      )}
      <div class="filter-choices filter-days">
        <Day
          label={t('library.publishedFrom')}
          day={publishedFrom ?? ''}
          onChange={(day) => set('publishedFrom', day || undefined)}
        />
        <Day
          label={t('library.publishedTo')}
          day={publishedTo ?? ''}
          onChange={(day) => set('publishedTo', day || undefined)}
        />
        <Day
          label={t('library.from')}
          day={localDay(from ?? '')}
          onChange={(day) => set('from', startOfDay(day))}
        />
        {/* The filter ends before a time; a reader names the last day that is in. */}
        <Day
          label={t('library.to')}
          day={dayAfter(localDay(to ?? ''), -1)}
          onChange={(day) => set('to', startOfDay(dayAfter(day, 1)))}
        />
      </div>
    </details>
  );
}
