import type { Migration } from './migration';

/**
 * Without the indexes by which nothing was looked up any more (the library filters what it holds in memory): every
 * claim written paid for them. Rows stay as they are; those of version 2 and before hold a list `linked` besides.
 */
export const v3: Migration = {
  version: 3,
  stores: {
    annotations: 'id, page.key, page.outlet, *tags, created, modified, touched.verdict',
  },
};
