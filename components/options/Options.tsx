/** The settings, on one page. Every change is saved at once. */
import type { Settings } from '../../annotations/settings';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Problem } from '../Problem';
import { About, type AboutProps } from './About';
import { Data, type DataProps } from './Data';
import { Keyboard, type KeyboardProps } from './Keyboard';
import { Reading } from './Reading';
import { Sites, type SitesProps } from './Sites';

interface OptionsProps {
  readonly settings: Settings;
  /** What went wrong last, in words. */
  readonly error: string | null;
  readonly onChange: (patch: Partial<Settings>) => void;
  /** How many of the collected claims a threshold would show; null while they are counted. */
  readonly shownAt: ((threshold: number) => number) | null;
  readonly sites: Omit<SitesProps, 'settings' | 'onChange'>;
  readonly keyboard: KeyboardProps;
  readonly data: Omit<DataProps, 'settings' | 'onChange'>;
  readonly about: AboutProps;
}

export function Options(props: OptionsProps) {
  const { settings, error, onChange } = props;
  return (
    <div class="options">
      <header>
        <Icon name="rope" size={32} />
        <h1>{t('options.title')}</h1>
      </header>
      {error && <Problem>{error}</Problem>}
      <main>
        <Reading settings={settings} total={props.data.count} shownAt={props.shownAt} onChange={onChange} />
        <Sites settings={settings} onChange={onChange} {...props.sites} />
        <Keyboard {...props.keyboard} />
        <Data settings={settings} onChange={onChange} {...props.data} />
        <About {...props.about} />
      </main>
    </div>
  );
}
