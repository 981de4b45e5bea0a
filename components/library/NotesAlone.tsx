/** Notes on articles of which nothing is collected: there is no claim in the list that would lead to them. */
import { useState } from 'preact/hooks';
import type { PageNote } from '../../annotations/notes';
import type { Page } from '../../annotations/types';
import { t } from '../i18n';
import { NoteField } from '../note/NoteField';
import { dateWords, factsLine } from '../words';

interface Props {
  /** Newest first. */
  readonly notes: readonly PageNote[];
  readonly onPageNote: (page: Page, text: string) => Promise<unknown>;
}

export function NotesAlone({ notes, onPageNote }: Props) {
  /** As they were when the fold was opened: none may move or go away under the reader's pen. */
  const [open, setOpen] = useState<readonly PageNote[] | null>(null);
  const textNow = new Map(notes.map(({ page, text }) => [page.key, text]));
  return (
    <details
      class="notes-alone"
      onToggle={(event) => setOpen(event.currentTarget.open ? (open ?? notes) : null)}
    >
      <summary>
        {t('library.notesAlone')} ({notes.length})
      </summary>
      {open && (
        <ul>
          {open.map(({ page, modified }) => {
            const title = page.title || page.url || t('library.untitled');
            const isWeb = /^https?:/.test(page.url);
            return (
              <li key={page.key}>
                <p>
                  {isWeb ? (
                    <a href={page.url} target="_blank" rel="noreferrer">
                      {title}
                      <span class="hidden-text"> ({t('common.newTab')})</span>
                    </a>
                  ) : (
                    <b>{title}</b>
                  )}{' '}
                  <small class="muted">{factsLine([page.outlet, dateWords(modified)])}</small>
                </p>
                <NoteField
                  label={`${t('library.pageNote')}: ${title}`}
                  placeholder={t('library.pageNotePlaceholder')}
                  text={textNow.get(page.key) ?? ''}
                  onText={(next) => onPageNote(page, next)}
                />
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}
