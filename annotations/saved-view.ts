/** Characters a view's name may have. */
export const LONGEST_NAME = 60;

/** A view of the library the reader gave a name: its filter, as the address has it. */
export interface SavedView {
  readonly name: string;
  /** Without the `#`. */
  readonly hash: string;
  /** ISO 8601. */
  readonly created: string;
}
