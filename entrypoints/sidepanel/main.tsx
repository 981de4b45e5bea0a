import { render } from 'preact';
import { t } from '../../components/i18n';
import '../../components/library/library.css';
import { followTab, libraryUrl } from '../../services/tabs/library';
import { hasAnnotations } from '../../store/annotations';
import { openStore } from '../../store/database';
import { dressPage } from '../wiring/dress';
import { LiveLibrary } from '../wiring/LiveLibrary';
import { NormalWindow } from '../wiring/NormalWindow';

const store = openStore();
followTab((key) => hasAnnotations(store, key));
void dressPage(`${t('library.title')} – ${t('name')}`);
render(
  <NormalWindow url={libraryUrl()}>
    <LiveLibrary place="panel" />
  </NormalWindow>,
  document.getElementById('app') ?? document.body,
);
