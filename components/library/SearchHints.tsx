import { t } from '../i18n';

const HINTS = [
  ['"treaty ally"', 'search.phrase'],
  ['tag:trade', 'search.tag'],
  ['site:example.org', 'search.site'],
  ['url:2026/05', 'search.url'],
] as const;

/** What the search field understands besides words, each by an example. */
export function SearchHints() {
  return (
    <section class="search-hints">
      <h3>{t('search.title')}</h3>
      <dl class="keys">
        {HINTS.map(([example, what]) => (
          <div key={what}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
