import { useState } from 'preact/hooks';
import { shownMatch, shownOf } from '../../annotations/shown';
import type { Annotation } from '../../annotations/types';
import { essayIdOf } from '../../essays/ids';
import { Dialog } from '../Dialog';
import { errorWords } from '../errors';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { StanceMark } from '../Marks';
import { Problem } from '../Problem';
import { Quote } from '../Quote';
import { argumentName, confidenceWords, languageName } from '../words';

/** What became of a text; the parts of messages' PageAnswer that matter here. */
export type PasteOutcome =
  | { readonly status: 'ok'; readonly annotations: readonly Annotation[] }
  | { readonly status: 'not-analysed'; readonly language: string }
  | { readonly status: 'off' };

interface Props {
  /** `keep`: store what is found. */
  readonly onAnalyse: (title: string, text: string, keep: boolean) => Promise<PasteOutcome>;
  readonly onClose: () => void;
}

/** For a PDF, a mail: the claims in a text; kept only when the reader says so. */
export function PasteDialog({ onAnalyse, onClose }: Props) {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<PasteOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async (keep: boolean) => {
    setBusy(true);
    setError(null);
    try {
      setOutcome(await onAnalyse(title, text, keep));
      setKept(keep);
    } catch (thrown) {
      setError(errorWords(thrown));
    } finally {
      setBusy(false);
    }
  };
  const found = outcome?.status === 'ok' ? outcome.annotations : [];
  return (
    <Dialog title={t('library.pasteTitle')} onClose={onClose}>
      <p class="muted">{t('library.pasteText')}</p>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run(false);
        }}
      >
        <label>
          {t('library.pasteName')}
          <input
            class="field"
            autofocus
            value={title}
            placeholder={t('library.pasteNamePlaceholder')}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
        <label>
          {t('library.pasteBody')}
          <textarea
            class="field"
            rows={8}
            required
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setOutcome(null);
              setKept(false);
            }}
          />
        </label>
        <p class="dialog-buttons">
          <button type="submit" class="button primary" disabled={busy || text.trim() === ''}>
            <Icon name="search" />
            {t('library.pasteRun')}
          </button>
          {found.length > 0 && (
            <button type="button" class="button" disabled={busy || kept} onClick={() => void run(true)}>
              <Icon name={kept ? 'check' : 'in'} />
              {kept ? t('library.pasteKept') : t('library.pasteKeep')}
            </button>
          )}
        </p>
      </form>
      <div aria-live="polite">
        {busy && <p>{t('common.working')}</p>}
        {error && <Problem>{error}</Problem>}
        {outcome?.status === 'not-analysed' && (
          <p class="notice">{t('library.pasteLanguage', [languageName(outcome.language)])}</p>
        )}
        {outcome?.status === 'ok' && (
          <p>
            {found.length === 0 ? t('library.pasteNone') : <b>{t('library.pasteFound', found.length)}</b>}
          </p>
        )}
        <ol class="pasted-claims">
          {found.map((annotation) => (
            <Found key={annotation.id} annotation={annotation} />
          ))}
        </ol>
      </div>
    </Dialog>
  );
}

function Found({ annotation }: { readonly annotation: Annotation }) {
  const shown = shownOf(annotation);
  return (
    <li data-essay={shown && essayIdOf(shown.argument)}>
      <Quote text={annotation.target.quote.exact} cues={shownMatch(annotation)?.cues ?? []} />
      {shown && (
        <p class="small">
          <StanceMark stance={shown.stance} /> {argumentName(shown.argument)}{' '}
          <span class="muted">({confidenceWords(shown.confidence)})</span>
        </p>
      )}
    </li>
  );
}
