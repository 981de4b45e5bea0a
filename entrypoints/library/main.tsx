import { render } from 'preact';
import { t } from '../../components/i18n';
import '../../components/library/library.css';
import { dressPage } from '../wiring/dress';
import { LiveLibrary } from '../wiring/LiveLibrary';

void dressPage(`${t('library.title')} – ${t('name')}`);
render(<LiveLibrary place="tab" />, document.getElementById('app') ?? document.body);
