import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { NoteField } from './NoteField';

interface Props {
  readonly text: string;
  readonly onText: (text: string) => Promise<unknown>;
}

/** The note on an article as a whole, in a fold. Give it a `key` of the article. */
export function PageNote({ text, onText }: Props) {
  // By the first text alone: emptied to be written anew, it would fold shut under the reader's hands.
  const [isOpen] = useState(text !== '');
  return (
    <details class="page-note" open={isOpen}>
      <summary>{t('library.pageNote')}</summary>
      <NoteField
        label={t('library.pageNote')}
        placeholder={t('library.pageNotePlaceholder')}
        text={text}
        onText={onText}
      />
    </details>
  );
}
