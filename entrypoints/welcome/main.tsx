import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS } from '../../annotations/settings';
import { t } from '../../components/i18n';
import { Welcome } from '../../components/welcome/Welcome';
import '../../components/welcome/welcome.css';
import { matchPatterns, outlets } from '../../page/outlets';
import { libraryUrl } from '../../services/tabs/library';
import { dressPage } from '../wiring/dress';
import { followPermissions } from '../wiring/permissions';
import { useSettings } from '../wiring/use-settings';

const defaults = { origins: matchPatterns() };

function FirstRun() {
  const { theme } = useSettings() ?? DEFAULT_SETTINGS;
  const [hasAccess, setAccess] = useState(true);
  useEffect(() => followPermissions(() => void browser.permissions.contains(defaults).then(setAccess)), []);
  return (
    <Welcome
      theme={theme}
      outletCount={outlets.length}
      hasAccess={hasAccess}
      onGrant={() => void browser.permissions.request(defaults).then(setAccess)}
      onOpenLibrary={() => void browser.tabs.create({ url: libraryUrl() })}
      onOpenOptions={() => void browser.runtime.openOptionsPage()}
    />
  );
}

void dressPage(t('name'));
render(<FirstRun />, document.getElementById('app') ?? document.body);
