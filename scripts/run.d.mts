/** The repository's root folder; also where a bundle in `.cache/` looks for it. */
export const root: string;
