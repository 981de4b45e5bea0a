/** Line icons of our own, 20 × 20, in the colour of the text around them. Never the only bearer of a meaning. */
const paths = {
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  dismiss: 'M10 3a7 7 0 100 14 7 7 0 000-14zM5.2 5.2l9.6 9.6',
  pen: 'M4 16l.8-3.4L13.3 4l2.7 2.7-8.6 8.5L4 16zM11.6 5.7l2.7 2.7',
  swap: 'M4 7h11l-3-3M16 13H5l3 3',
  link: 'M8.5 11.5l3-3M7.5 9L5.3 11.2a2.5 2.5 0 003.5 3.5L11 12.5M12.5 11l2.2-2.2a2.5 2.5 0 00-3.5-3.5L9 7.5',
  bin: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4.5M11.5 9v4.5',
  previous: 'M12 4l-6 6 6 6',
  next: 'M8 4l6 6-6 6',
  down: 'M5 8l5 5 5-5',
  book: 'M10 5.5C8.5 4.3 6.3 4 3.5 4v11c2.8 0 5 .4 6.5 1.6 1.5-1.2 3.7-1.6 6.5-1.6V4c-2.8 0-5 .3-6.5 1.5zM10 5.5v11',
  gear: 'M4 6h7M15 6h1M4 14h1M9 14h7M13 4v4M7 12v4',
  search: 'M9 4a5 5 0 100 10A5 5 0 009 4zM12.7 12.7L16.5 16.5',
  pause: 'M7 5v10M13 5v10',
  play: 'M7 4.5v11l8-5.5z',
  out: 'M10 12V3M6.5 6.5L10 3l3.5 3.5M4 11v5h12v-5',
  clock: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 6v4.2l2.8 1.6',
  in: 'M10 3v9M6.5 8.5L10 12l3.5-3.5M4 11v5h12v-5',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 100 4 2 2 0 000-4z',
  eyeOff: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM4 16L16 4',
  tag: 'M4 4h6l6.5 6.5-6 6L4 10V4zM7.2 7.2h.01',
  filter: 'M4 5h12M6.5 10h7M9 15h2',
  keyboard: 'M3 6h14v8H3zM6 9h.01M9 9h.01M12 9h.01M14.5 9h.01M7 11.5h6',
  tab: 'M11 4h5v5M16 4l-7 7M14 12v4H4V6h4',
  text: 'M4 5h12M4 9h12M4 13h7',
  quote: 'M4 14c2 0 3.5-1.5 3.5-4.5V6H4v4h3.5M12 14c2 0 3.5-1.5 3.5-4.5V6H12v4h3.5',
  warn: 'M10 4l7 12H3L10 4zM10 9v3M10 14h.01',
  lock: 'M5 9h10v7H5zM7 9V7a3 3 0 016 0v2',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  rope: 'M2 7q8 6 16 0M10 10v-4M10 4.5h.01M6.5 8.5l7-2M10 10l-1.5 5M10 10l1.5 5',
} as const;

export type IconName = keyof typeof paths;

/** An icon's size, in pixels at the usual size of text; it grows with that. */
export const iconSize = (size: number) => ({
  width: `calc(${size} * var(--px))`,
  height: `calc(${size} * var(--px))`,
});

/** An icon; hidden from assistive technology, so the control around it needs a name. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      style={iconSize(size)}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
