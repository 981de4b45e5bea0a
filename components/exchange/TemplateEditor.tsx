/** The reader's own template for an article in Markdown, with its variables and what it makes of the notes at hand. */
import { useMemo, useState } from 'preact/hooks';
import { TEMPLATE_LENGTH } from '../../annotations/settings';
import { errorWords } from '../errors';
import { Icon } from '../Icon';
import { t } from '../i18n';

export interface TemplateProps {
  /** Empty: ours. */
  readonly template: string;
  readonly startingTemplate: string;
  readonly variables: { readonly article: readonly string[]; readonly claim: readonly string[] };
  /** What a template makes of an article at hand. @throws TemplateError: the line, and what is wrong with it */
  readonly onPreview: (template: string) => string;
  readonly onTemplate: (template: string) => void;
}

const FORMS = '{{title}}  {{title|yaml}}  {{#if note}}…{{else}}…{{/if}}  {{#each claims}}…{{/each}}';

export function TemplateEditor({
  template,
  startingTemplate,
  variables,
  onPreview,
  onTemplate,
}: TemplateProps) {
  const [text, setText] = useState(template);
  const preview = useMemo(() => {
    try {
      return { text: onPreview(text), problem: null };
    } catch (thrown) {
      return { text: '', problem: errorWords(thrown) };
    }
  }, [text, onPreview]);
  const take = (next: string) => {
    setText(next);
    onTemplate(next);
  };
  const names = (list: readonly string[]) => list.map((name) => <code key={name}>{name} </code>);
  return (
    <details class="template-editor" open={template !== ''}>
      <summary>{t('template.title')}</summary>
      <p class="small muted">{t('template.lead')}</p>
      <textarea
        class="field"
        rows={10}
        spellcheck={false}
        maxLength={TEMPLATE_LENGTH}
        aria-label={t('template.title')}
        value={text}
        onInput={(event) => take(event.currentTarget.value)}
      />
      <p class="dialog-buttons">
        <button type="button" class="button" onClick={() => take(startingTemplate)}>
          {t('template.start')}
        </button>
        <button type="button" class="button" disabled={text === ''} onClick={() => take('')}>
          {t('template.clear')}
        </button>
      </p>
      <dl class="small template-words">
        <dt>{t('template.forms')}</dt>
        <dd>
          <code>{FORMS}</code>
        </dd>
        <dt>{t('template.variables')}</dt>
        <dd>{names(variables.article)}</dd>
        <dt>{t('template.claimVariables')}</dt>
        <dd>{names(variables.claim)}</dd>
      </dl>
      <div aria-live="polite">
        {preview.problem ? (
          <p class="notice error">
            <Icon name="warn" />
            <span>{preview.problem}</span>
          </p>
        ) : (
          <label class="small muted">
            {t('template.preview')}
            <textarea class="field" rows={8} readOnly value={preview.text} />
          </label>
        )}
      </div>
    </details>
  );
}
