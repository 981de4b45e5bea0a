/**
 * The note editor's frame inside a news page. Opened with a one-time token in its hash; without a valid one it shows
 * nothing of the reader's. It tells the page around it its height, and nothing else.
 */
import { render } from 'preact';
import { errorWords } from '../../components/errors';
import { t } from '../../components/i18n';
import { NoteEditor } from '../../components/note/NoteEditor';
import '../../components/note/note.css';
import { Problem } from '../../components/Problem';
import { sendFromExtension } from '../../messages/extension-side';
import { namePage } from '../wiring/dress';

const app = document.getElementById('app') ?? document.body;
// No theme of its own: the browser hands down the card's, which follows the page's ground.
namePage(t('note.title'));

new ResizeObserver(() =>
  window.parent.postMessage(Math.ceil(app.getBoundingClientRect().height), '*'),
).observe(app);

async function start(): Promise<void> {
  const token = location.hash.slice(1);
  // The token works once: keep it out of the history and of a restored frame.
  history.replaceState(null, '', location.pathname);
  const { id, note, tags } = await sendFromExtension('note/claim', { token });
  render(
    <NoteEditor
      note={note}
      tags={tags}
      takesFocus
      onNote={(value) => sendFromExtension('note/write', { id, note: value })}
      onTags={(value) => sendFromExtension('note/write', { id, tags: value })}
    />,
    app,
  );
}

start().catch((thrown: unknown) => {
  render(<Problem>{errorWords(thrown)}</Problem>, app);
});
