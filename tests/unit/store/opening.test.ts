import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { countAnnotations } from '../../../store/annotations';
import { openStore } from '../../../store/database';

/** An IndexedDB whose next openings fail, each with the error the browser would give. */
function refusing(errors: readonly DOMException[]): IDBFactory {
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  const left = [...errors];
  factory.open = (name, version) => {
    const error = left.shift();
    if (!error) return open(name, version);
    const request = {} as IDBOpenDBRequest;
    const event = { type: 'error', target: { error }, preventDefault() {}, stopPropagation() {} };
    setTimeout(() => request.onerror?.call(request, event as unknown as Event));
    return request;
  };
  return factory;
}

describe('a database the browser would not open', () => {
  it('is asked for again at its next use', async () => {
    const indexedDB = refusing([new DOMException('no room', 'QuotaExceededError')]);
    const store = openStore({ indexedDB, IDBKeyRange });
    await expect(countAnnotations(store)).rejects.toMatchObject({ key: 'store-quota' });
    expect(await countAnnotations(store)).toBe(0);
  });

  it('is said to be refused as often as it is', async () => {
    const refused = new DOMException('something of the disk', 'AbortError');
    const store = openStore({ indexedDB: refusing([refused, refused, refused]), IDBKeyRange });
    for (let n = 0; n < 3; n += 1)
      await expect(countAnnotations(store)).rejects.toMatchObject({ name: 'StoreError' });
    expect(await countAnnotations(store)).toBe(0);
  });
});
