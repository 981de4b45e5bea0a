/** The repository's root folder; also where a bundle in `.cache/` looks for it. */
export const root: string;
export function runPackage(
  file: string,
  args: readonly string[],
  options?: { readonly env?: Readonly<Record<string, string>> },
): number;
export function giveUp(message: string): never;
