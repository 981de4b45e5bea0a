import type { Migration } from './migration';

/** Annotations, what remains of removed ones, and the pages they stand on. */
export const v1: Migration = {
  version: 1,
  stores: {
    annotations:
      'id, page.key, page.outlet, *linked, *tags, verdict, anchor.state, created, modified, [page.key+created]',
    tombstones: 'id, pageKey, deleted',
    removed: 'id, removed',
    pages: 'key, site, seen',
  },
};
