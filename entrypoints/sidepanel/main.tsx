import { render } from 'preact';
import { t } from '../../components/i18n';
import '../../components/library/library.css';
import { followTab, libraryUrl } from '../../services/tabs/library';
import { dressPage } from '../wiring/dress';
import { LiveLibrary } from '../wiring/LiveLibrary';
import { NormalWindow } from '../wiring/NormalWindow';

followTab();
void dressPage(`${t('library.title')} – ${t('name')}`);
render(
  <NormalWindow url={libraryUrl()}>
    <LiveLibrary place="panel" />
  </NormalWindow>,
  document.getElementById('app') ?? document.body,
);
