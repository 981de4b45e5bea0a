import type { Bench } from './types';
export const traceBench: Bench = { name: 'trace', run: async () => [] };
