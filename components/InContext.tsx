import type { Annotation } from '../annotations/types';
import type { Span } from '../engine/types';
import { t } from './i18n';
import { Quote } from './Quote';
import { unquoted } from './words';

const spaced = (text: string) => text.trim().replace(/\s+/g, ' ');

/** A claim inside its paragraph, which may be all that is left of it. */
export function InContext({
  annotation,
  cues,
}: {
  readonly annotation: Annotation;
  readonly cues: readonly Span[];
}) {
  const { quote, paragraph, headline } = annotation.target;
  // The article's own stands above already.
  const isOwn = spaced(headline) === spaced(annotation.page.title);
  const at = paragraph.indexOf(quote.exact);
  const before = at < 0 ? '' : paragraph.slice(0, at);
  const after = at < 0 ? '' : paragraph.slice(at + quote.exact.length);
  return (
    <figure class="in-context">
      <blockquote lang={annotation.page.language || undefined}>
        <span class="muted">{before}</span>
        <strong>
          <Quote text={quote.exact} cues={cues} />
        </strong>
        <span class="muted">{after}</span>
      </blockquote>
      {headline && !isOwn && (
        <figcaption class="small muted">{t('library.headline', [unquoted(headline)])}</figcaption>
      )}
    </figure>
  );
}
