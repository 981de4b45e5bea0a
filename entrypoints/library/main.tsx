import { render } from 'preact';
import { t } from '../../components/i18n';
import '../../components/library/library.css';
import { dressPage } from '../wiring/dress';
import { LiveLibrary } from '../wiring/LiveLibrary';
import { NormalWindow } from '../wiring/NormalWindow';

void dressPage(`${t('library.title')} – ${t('name')}`);
render(
  <NormalWindow url={location.href}>
    <LiveLibrary place="tab" />
  </NormalWindow>,
  document.getElementById('app') ?? document.body,
);
