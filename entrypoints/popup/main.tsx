import { render } from 'preact';
import { t } from '../../components/i18n';
import '../../components/popup/popup.css';
import { dressPage } from '../wiring/dress';
import { PopupOfTab } from './PopupOfTab';

void dressPage(t('name'));
render(<PopupOfTab />, document.getElementById('app') ?? document.body);
