import { dayAfter, localDay, startOfDay } from '../../annotations/local-day';
import { t } from '../i18n';
import { outletName } from '../words';
import { Choice } from './Choice';
import type { Collection } from './collection';
import { type FilterProps, only, setterOf } from './conditions';
import type { Edits } from './edits';
import { RenameTag } from './RenameTag';

/** The steps of confidence a filter offers. */
const SURE = [0.3, 0.5, 0.6, 0.7, 0.8, 0.9];

interface Props extends FilterProps {
  readonly collection: Collection;
  readonly onRenameTag: Edits['onRenameTag'];
}

/** The filters asked for less often; open where one of them is in force. */
export function MoreFilters({ filter, onFilter, collection, onRenameTag }: Props) {
  const set = setterOf({ filter, onFilter });
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
