import { t } from '../i18n';

export interface KeyboardProps {
  readonly commands: readonly { readonly name: string; readonly keys: string }[];
  /** Opens the browser's own page for it; null where it can only be told how. */
  readonly onOpenShortcuts: (() => void) | null;
}

export function Keyboard({ commands, onOpenShortcuts }: KeyboardProps) {
  return (
    <section aria-labelledby="keyboard">
      <h2 id="keyboard">{t('options.keyboard')}</h2>
      <p>{t('options.keyboardText')}</p>
      <dl class="keys">
        {commands.map(({ name, keys }) => (
          <div key={name}>
            <dt>{keys ? <kbd>{keys}</kbd> : <span class="muted">{t('options.keyNone')}</span>}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      {onOpenShortcuts ? (
        <button type="button" class="button" onClick={onOpenShortcuts}>
          {t('options.keyboardChange')}
        </button>
      ) : (
        <p class="small muted">{t('options.keyboardFirefox')}</p>
      )}
    </section>
  );
}
