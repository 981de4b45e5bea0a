import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './Icon';

export interface MenuItem {
  readonly label: string;
  readonly hint?: string;
  readonly onChoose: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly icon: IconName;
  readonly items: readonly MenuItem[];
  /** Where the list opens: above or below its button. */
  readonly side?: 'up' | 'down';
}

/** A button that unfolds a few further buttons; Escape and a click elsewhere fold it again. */
export function Menu({ label, icon, items, side = 'down' }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches keys and focus pass through
    <div
      ref={root}
      class="menu"
      data-side={side}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (to instanceof Node && !event.currentTarget.contains(to)) setOpen(false);
      }}
    >
      <button ref={button} type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={icon} />
        {label}
        <Icon name="down" size={14} />
      </button>
      {open && (
        <ul class="menu-list">
          {items.map(({ label: name, hint, onChoose }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  button.current?.focus();
                  onChoose();
                }}
              >
                {name}
                {hint && <small>{hint}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
