/**
 * Why the engine made a match: who acts on whom, what came second, and the words that spoke for this one rather than
 * for that. Those need not be the words marked in the claim, which spoke for it most.
 */
import type { Match } from '../engine/types';
import { t } from './i18n';
import { actorName, argumentName, confidenceFigure } from './words';

function Words({ words }: { readonly words: readonly string[] }) {
  return (
    <>
      {words.map((word, i) => (
        // The same word can decide twice; its place is its identity.
        <span class="word" key={i}>
          {word}
        </span>
      ))}
    </>
  );
}

export function Why({ match }: { readonly match: Match }) {
  const { actors, direction, deciding, stanceWords, runnerUp } = match.why;
  return (
    <dl class="why">
      {actors.length > 0 && (
        <div>
          <dt>{t('card.actors')}</dt>
          <dd>{new Intl.ListFormat(t('common.locale')).format(actors.map(actorName))}</dd>
        </div>
      )}
      {direction && (
        <div>
          <dt>{t('card.direction')}</dt>
          <dd>{t('card.directionValue', [actorName(direction.from), actorName(direction.to)])}</dd>
        </div>
      )}
      {runnerUp && (
        <div>
          <dt>{t('card.runnerUp')}</dt>
          <dd>
            {t('card.runnerUpValue', [
              argumentName(runnerUp.argument),
              confidenceFigure(Math.max(0, match.confidence - runnerUp.behind)),
            ])}
          </dd>
        </div>
      )}
      {deciding.length > 0 && (
        <div>
          <dt>{t('card.deciding')}</dt>
          <dd>
            <Words words={deciding} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('card.stanceWords')}</dt>
        <dd>{stanceWords.length > 0 ? <Words words={stanceWords} /> : t('card.stanceUsual')}</dd>
      </div>
    </dl>
  );
}
