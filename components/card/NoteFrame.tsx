import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { t } from '../i18n';
import { Problem } from '../Problem';

const LOWEST = 120;
const HIGHEST = 480;
/** Milliseconds in which an editor that may stand here has said its height. */
const ANSWERS = 4000;

interface Props {
  readonly address: string;
  /** Another one whenever note or tags are written, here or elsewhere. */
  readonly written: string;
  /** Whether the library has the claim, too. */
  readonly inLibrary: boolean;
  readonly onClose: () => void;
}

/** The note editor, a frame of the extension's own origin: the page can't see what is typed in it. */
export function NoteFrame({ address, written, inLibrary, onClose }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const section = useRef<HTMLElement>(null);
  const [height, setHeight] = useState(LOWEST + 60);
  const [isBlocked, setBlocked] = useState(false);

  // Through a channel of our own. A message to the page's window would hand the page its sender, and with that the
  // means to put an editor of its own into our frame.
  const port = useRef<MessagePort | null>(null);
  const connect = () => {
    port.current?.close();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'number' || !Number.isFinite(data)) return;
      setHeight(Math.min(Math.max(data, LOWEST), HIGHEST));
      clearTimeout(wait.current);
      setBlocked(false);
    };
    port.current = port1;
    frame.current?.contentWindow?.postMessage('card', '*', [port2]);
  };
  useEffect(() => () => port.current?.close(), []);
  // A page may keep frames out that don't ask to be let in (Cross-Origin-Embedder-Policy); Chromium then keeps out ours,
  // too, because of its random address, and tells nobody.
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    wait.current = setTimeout(() => setBlocked(true), ANSWERS);
    return () => clearTimeout(wait.current);
  }, []);
  // It asks for what is written by now.
  const known = useRef(written);
  useEffect(() => {
    if (written !== known.current) port.current?.postMessage('written');
    known.current = written;
  }, [written]);

  // The editor opens below what fits: bring it into sight, and keep it there as it grows.
  useEffect(() => {
    const body = section.current?.closest('.card-body');
    if (!body || !section.current) return;
    const below = section.current.getBoundingClientRect().bottom - body.getBoundingClientRect().bottom;
    if (below > 0) body.scrollTop += below;
  }, [height]);

  return (
    <section ref={section} class="note-frame">
      {isBlocked && <Problem>{t(inLibrary ? 'card.noteBlocked' : 'card.noteKeptOut')}</Problem>}
      <iframe
        ref={frame}
        hidden={isBlocked}
        src={address}
        title={t('card.noteFrame')}
        style={{ height: `${height}px` }}
        onLoad={connect}
      />
      <button type="button" class="button quiet" onClick={() => onClose()}>
        <Icon name="check" />
        {t('card.noteClose')}
      </button>
    </section>
  );
}
