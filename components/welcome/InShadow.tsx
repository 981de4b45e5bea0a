import { type ComponentChildren, render } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly css: string;
  readonly theme: string;
  readonly children: ComponentChildren;
}

/** Draws in a shadow root with a style sheet of its own, as the card stands on a news page. */
export function InShadow({ css, theme, children }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const root = useRef<ShadowRoot | null>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    root.current ??= host.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.current.adoptedStyleSheets = [sheet];
  }, [css]);
  useEffect(() => {
    if (root.current) render(children, root.current);
  });
  return <div ref={host} class="in-shadow" data-theme={theme} />;
}
