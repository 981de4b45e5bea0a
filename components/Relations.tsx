/** What the two essays say to an argument: the other essay first, by kind of relation. */
import { relatedTo } from '../essays/catalogue';
import { essayIdOf } from '../essays/ids';
import type { ArgumentId, RelatedArgument } from '../essays/types';
import { t } from './i18n';
import { EssayMark } from './Marks';
import { argumentName, argumentThesis, relationName } from './words';

/** Relations by type, in the order of first mention. */
function byType(related: readonly RelatedArgument[]): Map<RelatedArgument['type'], RelatedArgument[]> {
  const groups = new Map<RelatedArgument['type'], RelatedArgument[]>();
  for (const one of related) groups.set(one.type, [...(groups.get(one.type) ?? []), one]);
  return groups;
}

interface Props {
  readonly argument: ArgumentId;
  /** Where an argument's own page is, if there is one to go to. */
  readonly hrefOf?: (id: ArgumentId) => string;
}

export function Relations({ argument, hrefOf }: Props) {
  const essay = essayIdOf(argument);
  const related = relatedTo(argument);
  if (related.length === 0) return <p class="muted small">{t('relation.none')}</p>;
  const other = related.filter((one) => one.argument.essay !== essay);
  const same = related.filter((one) => one.argument.essay === essay);
  return (
    <div class="relations">
      {[other, same].map((group) => {
        const first = group[0];
        return (
          first && (
            <section key={first.argument.essay}>
              <EssayMark essay={first.argument.essay} />
              <dl>
                {[...byType(group)].map(([type, ones]) => (
                  <div key={type}>
                    <dt>{relationName(type)}</dt>
                    {ones.map((one) => (
                      <dd key={one.argument.id} title={argumentThesis(one.argument.id)}>
                        {hrefOf ? (
                          <a href={hrefOf(one.argument.id)}>{argumentName(one.argument.id)}</a>
                        ) : (
                          argumentName(one.argument.id)
                        )}
                      </dd>
                    ))}
                  </div>
                ))}
              </dl>
            </section>
          )
        );
      })}
    </div>
  );
}
