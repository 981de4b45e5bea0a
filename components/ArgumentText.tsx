/** An argument with its thesis, whose view it is, and the way to the essay's paragraph. */
import { argumentOf } from '../essays/catalogue';
import { paragraphLink } from '../essays/links';
import type { ArgumentId } from '../essays/types';
import { t } from './i18n';
import { argumentLabel, argumentThesis, essayCredit, isReported } from './words';

export function ArgumentText({ id }: { readonly id: ArgumentId }) {
  const { paragraph, essay } = argumentOf(id);
  return (
    <section class="argument" data-essay={essay}>
      <h3>{argumentLabel(id)}</h3>
      <p class="thesis">{argumentThesis(id)}</p>
      {isReported(id) && <p class="small muted">{t('essay.reported')}</p>}
      <p class="credit small">
        <span class="essay-mark" data-essay={essay}>
          <i />
          {essayCredit(id)}
        </span>{' '}
        <a href={paragraphLink(id)} target="_blank" rel="noreferrer">
          {t('essay.readParagraph', [paragraph])}
          <span class="hidden-text"> ({t('common.newTab')})</span>
        </a>
      </p>
    </section>
  );
}
