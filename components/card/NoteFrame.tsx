import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon';
import { t } from '../i18n';

const LOWEST = 120;
const HIGHEST = 480;

interface Props {
  readonly address: string;
  readonly onClose: () => void;
}

/** The note editor, a frame of the extension's own origin: the page can't see what is typed in it. */
export function NoteFrame({ address, onClose }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const section = useRef<HTMLElement>(null);
  const [height, setHeight] = useState(LOWEST + 60);

  useEffect(() => {
    const onMessage = ({ source, data }: MessageEvent<unknown>) => {
      // Anyone can post to a page; only our frame's word counts, and only as a number.
      if (source !== frame.current?.contentWindow || typeof data !== 'number') return;
      if (Number.isFinite(data)) setHeight(Math.min(Math.max(data, LOWEST), HIGHEST));
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, []);

  // The editor opens below what fits: bring it into sight, and keep it there as it grows.
  useEffect(() => {
    const body = section.current?.closest('.card-body');
    if (!body || !section.current) return;
    const below = section.current.getBoundingClientRect().bottom - body.getBoundingClientRect().bottom;
    if (below > 0) body.scrollTop += below;
  }, [height]);

  return (
    <section ref={section} class="note-frame">
      <iframe ref={frame} src={address} title={t('card.noteFrame')} style={{ height: `${height}px` }} />
      <button type="button" class="button quiet" onClick={() => onClose()}>
        <Icon name="check" />
        {t('card.noteClose')}
      </button>
    </section>
  );
}
