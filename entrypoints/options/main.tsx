import { render } from 'preact';
import { t } from '../../components/i18n';
import '../../components/options/options.css';
import { dressPage } from '../wiring/dress';
import { LiveOptions } from './LiveOptions';

void dressPage(`${t('options.title')} – ${t('name')}`);
render(<LiveOptions />, document.getElementById('app') ?? document.body);
