/** An argument with its thesis, whose view it is, and the way to the essay's paragraph. */
import { argumentOf } from '../essays/catalogue';
import { paragraphLink } from '../essays/links';
import type { ArgumentId } from '../essays/types';
import { t } from './i18n';
import { argumentLabel, argumentThesis, essayCredit, isReported } from './words';

interface Props {
  readonly id: ArgumentId;
  /** Where the argument's own page is, if there is one to go to. */
  readonly href?: string | undefined;
  readonly level?: 2 | 3;
}

export function ArgumentText({ id, href, level = 3 }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { paragraph, essay } = argumentOf(id);
  return (
    <section class="argument" data-essay={essay}>
      <Heading>{href ? <a href={href}>{argumentLabel(id)}</a> : argumentLabel(id)}</Heading>
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
