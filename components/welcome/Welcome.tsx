/** The first page a reader sees: what it does, where, and where things are. */
import { useState } from 'preact/hooks';
import { withField } from '../../annotations/edit';
import { shownOf } from '../../annotations/shown';
import type { Annotation, ReaderField } from '../../annotations/types';
import { essayIdOf } from '../../essays/ids';
import { Card } from '../card/Card';
import cardCss from '../card/card.css?inline';
import { Icon, type IconName } from '../Icon';
import { t } from '../i18n';
import { Legend, Marked } from '../PaintSample';
import { InShadow } from './InShadow';
import { AFTER, BEFORE, EXAMPLE } from './sample';

interface WelcomeProps {
  readonly theme: string;
  readonly outletCount: number;
  readonly hasAccess: boolean;
  readonly onGrant: () => void;
  readonly onOpenLibrary: () => void;
  readonly onOpenOptions: () => void;
}

const nothing = () => {};

export function Welcome(props: WelcomeProps) {
  return (
    <main class="welcome">
      <header>
        <Icon name="rope" size={48} />
        <h1>{t('welcome.title')}</h1>
        <p class="lead">{t('welcome.lead')}</p>
      </header>
      <ol class="steps">
        <li>
          <h2>{t('welcome.step1')}</h2>
          <p>{t('welcome.step1Text')}</p>
          <Example theme={props.theme} />
          <h3>{t('welcome.legend')}</h3>
          <Legend />
        </li>
        <li>
          <h2>{t('welcome.step2')}</h2>
          <p>
            {t('welcome.step2Text', props.outletCount)} {t('welcome.step2More')}
          </p>
          {props.hasAccess ? (
            <p class="granted">
              <Icon name="check" />
              {t('welcome.step2Granted')}
            </p>
          ) : (
            <button type="button" class="button primary" onClick={props.onGrant}>
              {t('welcome.step2Grant')}
            </button>
          )}
        </li>
        <li>
          <h2>{t('welcome.step3')}</h2>
          <p>{t('welcome.step3Text')}</p>
          <dl class="places">
            <Place icon="rope" name={t('welcome.popup')} text={t('welcome.popupText')} />
            <Place icon="book" name={t('welcome.library')} text={t('welcome.libraryText')} />
            <Place icon="gear" name={t('welcome.options')} text={t('welcome.optionsText')} />
          </dl>
          <p class="small muted">{t('welcome.pin')}</p>
          <p class="buttons">
            <button type="button" class="button primary" onClick={props.onOpenLibrary}>
              {t('welcome.start')}
            </button>
            <button type="button" class="button" onClick={props.onOpenOptions}>
              {t('common.settings')}
            </button>
          </p>
        </li>
      </ol>
    </main>
  );
}

function Place(props: { readonly icon: IconName; readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>
        <Icon name={props.icon} />
        {props.name}
      </dt>
      <dd>{props.text}</dd>
    </div>
  );
}

/** A paragraph with a marked claim and its card; verdicts and corrections work, and are forgotten. */
function Example({ theme }: { readonly theme: string }) {
  const [open, setOpen] = useState(true);
  const [annotation, setAnnotation] = useState(EXAMPLE);
  const write = <F extends ReaderField>(field: F, value: Annotation[F]) =>
    setAnnotation((before) => withField(before, field, value, new Date().toISOString()));
  const shown = shownOf(annotation);
  return (
    <div class="example" id="example">
      <p class="example-text" lang="en">
        {BEFORE} {/* biome-ignore lint/a11y/useValidAnchor: a button doesn't flow with the text around it */}
        <a
          href="#example"
          class="example-claim"
          aria-expanded={open}
          onClick={(event) => {
            event.preventDefault();
            setOpen(!open);
          }}
        >
          {shown && (
            <Marked essay={essayIdOf(shown.argument)} stance={shown.stance}>
              {annotation.target.quote.exact}
            </Marked>
          )}
        </a>{' '}
        {AFTER}
      </p>
      {open && (
        <InShadow css={cardCss} theme={theme}>
          <Card
            annotation={annotation}
            index={1}
            count={1}
            isExample
            noteFrame={null}
            busy={false}
            error={null}
            onVerdict={(verdict) => write('verdict', verdict)}
            onCorrect={(correction) => write('correction', correction)}
            onRemove={() => setOpen(false)}
            onOpenNote={nothing}
            onCloseNote={nothing}
            onCopy={nothing}
            onOpenLibrary={nothing}
            onStep={nothing}
            onClose={() => setOpen(false)}
          />
        </InShadow>
      )}
    </div>
  );
}
