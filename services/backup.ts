/** Copies of everything in the browser's own storage, made by themselves, and their restoring. */
import { localDay } from '../annotations/local-day';
import { countAnnotations } from '../store/annotations';
import type { Store } from '../store/database';
import { guarded } from '../store/errors';
import type { BackupRow } from '../store/rows';
import { writeAll } from './export/export-stream';

/** Copies kept of the last days on which one was made. */
const DAYS = 7;
/** Copies kept of the months before, the last of each. */
const MONTHS = 6;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Key of the row that is no copy: it goes with the copies when something is forgotten, and comes back as another one. */
const MARK = '';

/**
 * Through the browser's own gzip: it works beside us, and needs no worker of its own, which our policy would refuse.
 */
const through = async (content: Blob, transform: CompressionStream | DecompressionStream) =>
  new Uint8Array(await new Response(content.stream().pipeThrough(transform)).arrayBuffer());

/** A copy without its content. */
type BackupInfo = Pick<BackupRow, 'made' | 'claims'> & { readonly size: number };

/**
 * The copies there are, newest first.
 * @throws StoreError
 */
export function backups(store: Store): Promise<BackupInfo[]> {
  return guarded(store, async () =>
    (await store.backups.where('made').above(MARK).reverse().toArray()).map(({ made, claims, bytes }) => ({
      made,
      claims,
      size: bytes.byteLength,
    })),
  );
}

/** Within a transaction: what stays the same as long as nothing is forgotten. */
async function mark({ backups }: Store): Promise<number> {
  const row = await backups.get(MARK);
  if (row) return row.claims;
  const any = Math.random();
  await backups.put({ made: MARK, bytes: new Uint8Array(), claims: any });
  return any;
}

/**
 * Makes a copy of everything, and lets go of those that are too many. Where something is forgotten meanwhile, it is
 * made anew: the copy would hold it still.
 * @throws StoreError; then no copy was made, and none was let go
 */
export async function makeBackup(store: Store, now = new Date().toISOString()): Promise<void> {
  const inTurn = <T>(work: () => Promise<T>) =>
    guarded(store, () => store.transaction('rw', store.backups, work));
  const before = await inTurn(() => mark(store));
  const blob = await writeAll(store, 'json', { now });
  const bytes = await through(blob, new CompressionStream('gzip'));
  const claims = await countAnnotations(store);
  const isKept = await inTurn(async () => {
    if ((await mark(store)) !== before) return false;
    await store.backups.put({ made: now, bytes, claims });
    const made = await store.backups.where('made').above(MARK).primaryKeys();
    await store.backups.bulkDelete(expendable(made));
    return true;
  });
  if (!isKept) await makeBackup(store, now);
}

/**
 * Of the times of copies, oldest first, those that need not be kept: all but the last of each day of the reader's
 * calendar, then of each month.
 */
export function expendable(made: readonly string[]): string[] {
  const newestFirst = [...made].sort().reverse();
  const lastOf = (times: readonly string[], length: number) =>
    times.filter(
      (time, i) => localDay(times[i - 1] ?? '').slice(0, length) !== localDay(time).slice(0, length),
    );
  const days = lastOf(newestFirst, 10);
  const recent = days.slice(0, DAYS);
  const months = lastOf(days.slice(DAYS), 7).slice(0, MONTHS);
  const kept = new Set([...recent, ...months]);
  return made.filter((time) => !kept.has(time));
}

/**
 * Makes a copy where the last is older than a day and anything has changed since.
 * @returns whether one was made
 * @throws StoreError
 */
export async function backupIfDue(store: Store, now = Date.now()): Promise<boolean> {
  // One of a later time was made by a clock that ran ahead; it must not keep others from being made.
  const last = await guarded(store, async () => {
    const until = new Date(now).toISOString();
    const times = await store.backups.where('made').between(MARK, until, false, true).primaryKeys();
    return times.at(-1) ?? '';
  });
  if (last !== '' && now - Date.parse(last) < DAY_MS) return false;
  // The copy itself is read where another may be due, not at every start.
  const { made: since, claims } = (await guarded(store, () => store.backups.get(last))) ?? {
    made: '',
    claims: 0,
  };
  const changed = await guarded(store, async () => {
    // What came in by a file, or was brought back, bears the times it had.
    if ((await countAnnotations(store)) > claims) return true;
    const times = [store.annotations.orderBy('modified'), store.tombstones.orderBy('deleted')];
    const notes = [store.argumentNotes.orderBy('modified'), store.pageNotes.orderBy('modified')];
    const keys = await Promise.all([...times, ...notes].map((rows) => rows.lastKey()));
    const views = (await store.views.toArray()).map(({ created }) => created);
    return [...keys, ...views].some((key) => typeof key === 'string' && key > since);
  });
  if (!changed) return false;
  await makeBackup(store, new Date(now).toISOString());
  return true;
}

/**
 * The content of a copy: the lossless export as it was then.
 * @returns undefined where there is no such copy
 * @throws StoreError
 */
export async function readBackup(store: Store, made: string): Promise<Blob | undefined> {
  const row = await guarded(store, () => store.backups.get(made));
  if (!row) return undefined;
  const content = new Blob([row.bytes as Uint8Array<ArrayBuffer>]);
  const bytes = await through(content, new DecompressionStream('gzip'));
  return new Blob([bytes], { type: 'application/json' });
}
