/** A background that dies at a given touch of what outlives it: nothing it does after that has any effect, or an end. */
import { IDBKeyRange } from 'fake-indexeddb';
import { vi } from 'vitest';
import { openStore, type Store } from '../../../store/database';
import type { fakeBrowser } from './fake-browser';
import { engine, stage } from './stage';

/** How many touches are left; dead at none. */
interface Life {
  left: number;
  /** Comes when it dies. */
  readonly end: Promise<'dead'>;
  readonly die: () => void;
}

function lifeOf(touches: number): Life {
  let die = (): void => undefined;
  const end = new Promise<'dead'>((resolve) => {
    die = () => resolve('dead');
  });
  return { left: touches, end, die };
}

const never = new Promise<never>(() => undefined);

/** One touch less; true where it is no more. */
function isOver(life: Life): boolean {
  if (life.left > 0) {
    life.left -= 1;
    return false;
  }
  life.die();
  return true;
}

/** The same object, each call of whose functions (at any depth) is a touch. */
function touching<T extends object>(object: T, life: Life): T {
  return new Proxy(object, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value === 'function' && name !== 'addListener' && name !== 'removeListener')
        return (...given: unknown[]) => (isOver(life) ? never : Reflect.apply(value, target, given));
      return value !== null && typeof value === 'object' && !(value instanceof Map)
        ? touching(value, life)
        : value;
    },
  });
}

/** A connection each request of which is a touch. A transaction under way when it dies is taken back, as browsers do. */
function mortalStore(indexedDB: IDBFactory, life: Life): Store {
  const store = openStore({ indexedDB, IDBKeyRange });
  store.use({
    stack: 'dbcore',
    name: 'mortal',
    create: (below) => ({
      ...below,
      table: (name) => {
        const table = below.table(name);
        const mortal =
          <R extends { trans: unknown }, A>(ask: (request: R) => Promise<A>) =>
          (request: R): Promise<A> => {
            if (!isOver(life)) return ask(request);
            try {
              (request.trans as IDBTransaction).abort();
            } catch {
              // It was over before.
            }
            return never;
          };
        return {
          ...table,
          mutate: mortal(table.mutate),
          get: mortal(table.get),
          getMany: mortal(table.getMany),
          query: mortal(table.query),
          openCursor: mortal(table.openCursor),
          count: mortal(table.count),
        };
      },
    }),
  });
  return store;
}

/** The world as the background finds it, and leaves it. */
export interface World {
  readonly indexedDB: IDBFactory;
  readonly fake: ReturnType<typeof fakeBrowser>;
}

/** Starts a background over a world, with so many touches to live. */
export async function startMortal(
  { indexedDB, fake }: World,
  touches = Number.POSITIVE_INFINITY,
): Promise<Life> {
  const life = lifeOf(touches);
  const { browser, ...rest } = fake;
  stage.fake = { ...rest, browser: touching(browser, life) };
  stage.store = mortalStore(indexedDB, life);
  // What the one before kept in its memory went with it.
  vi.resetModules();
  const { handlersOn } = await import('../../../services/handlers');
  stage.handlers = handlersOn(stage.store, engine);
  return life;
}
