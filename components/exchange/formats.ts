/** The formats offered, in the words of exchange/formats.ts. */
export const FORMATS = [
  'markdown',
  'csv',
  'json',
  'jsonld',
  'ris',
  'bibtex',
  'csl',
  'html',
  'plain',
] as const;
export type Format = (typeof FORMATS)[number];

/** Those of the popup, which is small. */
export const FEW_FORMATS = ['markdown', 'csv', 'json'] as const satisfies readonly Format[];
