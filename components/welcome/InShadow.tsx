import { type ComponentChildren, createPortal } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** Of the first drawing. */
  readonly css: string;
  readonly theme: string;
  readonly children: ComponentChildren;
}

/** Draws in a shadow root with a style sheet of its own, as the card stands on a news page. */
export function InShadow({ css, theme, children }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const made = host.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    made.adoptedStyleSheets = [sheet];
    setRoot(made);
  }, []);
  return (
    <div ref={host} class="in-shadow" data-theme={theme}>
      {root && createPortal(children, root)}
    </div>
  );
}
