/** The formats offered, in the words of exchange/formats.ts. */
export const FORMATS = ['markdown', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];
