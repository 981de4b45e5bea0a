import { t } from '../i18n';
import { hrefOf, SCREENS, type Screen } from '../library-view';

const name: Readonly<Record<Screen, () => string>> = {
  claims: () => t('library.screenClaims'),
  arguments: () => t('library.screenArguments'),
  figures: () => t('library.screenFigures'),
  queue: () => t('library.screenQueue'),
};

/** The way from one screen of the library to another; links, so that each can be bookmarked. */
export function ScreenNav({ screen }: { readonly screen: Screen }) {
  return (
    <nav class="screen-nav" aria-label={t('library.screens')}>
      {SCREENS.map((one) => (
        <a key={one} href={hrefOf({ screen: one })} aria-current={one === screen ? 'page' : undefined}>
          {name[one]()}
        </a>
      ))}
    </nav>
  );
}
