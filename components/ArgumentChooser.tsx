/** Choosing one of the 28 arguments and a stance: a search over labels and theses, and three stances. */
import { useMemo, useState } from 'preact/hooks';
import { STANCES, type Stance } from '../engine/types';
import { arguments_, essays } from '../essays/catalogue';
import { essayIdOf } from '../essays/ids';
import type { ArgumentId } from '../essays/types';
import { t } from './i18n';
import { EssayMark, StanceIcon } from './Marks';
import { argumentLabel, argumentName, argumentThesis, stanceHint, stanceName } from './words';

interface StanceRadiosProps {
  readonly name: string;
  readonly value: Stance;
  readonly onChange: (stance: Stance) => void;
}

/** Native radios, so that the arrow keys work as everywhere. */
export function StanceRadios({ name, value, onChange }: StanceRadiosProps) {
  return (
    <fieldset class="stance-radios">
      <legend class="hidden-text">{t('stance.label')}</legend>
      {STANCES.map((stance) => (
        <label key={stance} title={stanceHint(stance)}>
          <input
            type="radio"
            name={name}
            value={stance}
            checked={stance === value}
            onChange={() => onChange(stance)}
          />
          <StanceIcon stance={stance} />
          {stanceName(stance)}
        </label>
      ))}
    </fieldset>
  );
}

/** Arguments whose label or thesis has all the words typed, in the catalogue's order. */
export function searchArguments(query: string): ArgumentId[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return arguments_
    .map(({ id }) => id)
    .filter((id) => {
      const text = `${argumentLabel(id)} ${argumentThesis(id)}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    });
}

interface ArgumentListProps {
  readonly name: string;
  readonly ids: readonly ArgumentId[];
  readonly value: ArgumentId | null;
  readonly onChange: (id: ArgumentId) => void;
}

/** Arguments as radios, each with its essay and thesis. */
export function ArgumentRadios({ name, ids, value, onChange }: ArgumentListProps) {
  return (
    <div class="argument-radios">
      {ids.map((id) => (
        <label key={id} data-essay={essayIdOf(id)}>
          <input type="radio" name={name} value={id} checked={id === value} onChange={() => onChange(id)} />
          <span>
            <b>{argumentName(id)}</b>
            <small>{argumentThesis(id)}</small>
          </span>
        </label>
      ))}
    </div>
  );
}

interface ArgumentSearchProps {
  readonly name: string;
  readonly value: ArgumentId | null;
  readonly onChange: (id: ArgumentId) => void;
}

/** A search field over the catalogue, grouped by essay. */
export function ArgumentSearch({ name, value, onChange }: ArgumentSearchProps) {
  const [query, setQuery] = useState('');
  const found = useMemo(() => searchArguments(query), [query]);
  return (
    <div class="argument-search">
      <input
        class="field"
        type="search"
        aria-label={t('picker.search')}
        placeholder={t('picker.searchPlaceholder')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <div class="argument-results">
        {found.length === 0 && <p class="notice">{t('picker.nothing')}</p>}
        {essays.map(({ id: essay }) => {
          const ids = found.filter((id) => essayIdOf(id) === essay);
          return (
            ids.length > 0 && (
              <section key={essay}>
                <EssayMark essay={essay} />
                <ArgumentRadios name={name} ids={ids} value={value} onChange={onChange} />
              </section>
            )
          );
        })}
      </div>
    </div>
  );
}
