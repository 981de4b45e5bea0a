import type { Migration } from './migration';

/**
 * Notes on arguments and on whole articles; the library's saved views; rolling backups. Verdicts can be read newest
 * first, for the adjustment of confidence. Rows of version 1 stay as they are.
 */
export const v2: Migration = {
  version: 2,
  stores: {
    annotations:
      'id, page.key, page.outlet, *linked, *tags, verdict, anchor.state, created, modified, touched.verdict, [page.key+created]',
    argumentNotes: 'argument, modified',
    pageNotes: 'page.key, modified',
    views: 'name, created',
    backups: 'made',
  },
};
