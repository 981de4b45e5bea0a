/**
 * The note editor's frame inside a news page. Opened with a one-time token in its hash; without a valid one it shows
 * nothing of the reader's. It tells the card around it its height, and the page nothing.
 */
import { render } from 'preact';
import type { Annotation } from '../../annotations/types';
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

/** What the card says and hears, through a channel it opens once this page is loaded. */
const card: { port: MessagePort | null; look: () => void } = { port: null, look: () => undefined };
const tellHeight = () => card.port?.postMessage(Math.ceil(app.getBoundingClientRect().height));
new ResizeObserver(tellHeight).observe(app);
window.addEventListener('message', ({ source, ports: [port] }) => {
  if (source !== window.parent || !port || card.port) return;
  card.port = port;
  port.onmessage = () => card.look();
  tellHeight();
});

async function start(): Promise<void> {
  const token = location.hash.slice(1);
  // The token works once: keep it out of the history and of a restored frame.
  history.replaceState(null, '', location.pathname);
  const { annotation, tagsInUse } = await sendFromExtension('note/claim', { token });
  const { id } = annotation;
  const show = ({ note, tags }: Annotation) =>
    render(
      <NoteEditor
        note={note}
        tags={tags}
        tagsInUse={tagsInUse}
        takesFocus
        onNote={(value) => sendFromExtension('note/write', { id, note: value })}
        onTags={(value) => sendFromExtension('note/write', { id, tags: value })}
      />,
      app,
    );
  show(annotation);
  // Written elsewhere, as the card tells it, or while the reader was away. To write nothing is to ask what is stored.
  let isAsking = false;
  const look = async () => {
    if (isAsking) return;
    isAsking = true;
    await sendFromExtension('note/write', { id }).then(show, () => undefined);
    isAsking = false;
  };
  card.look = () => void look();
  window.addEventListener('focus', card.look);
}

start().catch((thrown: unknown) => {
  render(<Problem>{errorWords(thrown)}</Problem>, app);
});
