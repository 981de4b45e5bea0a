interface Props<T extends string> {
  readonly label: string;
  readonly all: string;
  readonly value: T | undefined;
  readonly values: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly onChange: (value: T | undefined) => void;
}

/** The value of no choice; not the empty text, which is the outlet of what names none. */
const ALL = ' ';

/** A choice of one of several values, or of all. */
export function Choice<T extends string>({ label, all, value, values, nameOf, onChange }: Props<T>) {
  return (
    <select
      class="field"
      aria-label={label}
      value={value ?? ALL}
      onChange={(event) => {
        const { value: chosen } = event.currentTarget;
        onChange(values.find((one) => one === chosen));
      }}
    >
      <option value={ALL}>{all}</option>
      {values.map((one) => (
        <option key={one} value={one}>
          {nameOf(one)}
        </option>
      ))}
    </select>
  );
}
