import { browser } from 'wxt/browser';
import { type Model, readModel } from '../engine/model';

/** Where the build puts the engine's weights. */
const PATH = '/engine/model.bin';

let loading: Promise<Model> | undefined;

/** The engine could not be loaded: the extension's own file is missing or damaged. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly key = 'engine-missing';
}

/**
 * The engine's model, from the extension's own file; read once in a worker's life. A failure is not kept: the next
 * call tries again.
 * @throws EngineError where the file is missing or damaged
 */
export function loadModel(): Promise<Model> {
  loading ??= read().catch((thrown) => {
    loading = undefined;
    throw new EngineError(`The extension's file ${PATH} cannot be read. Install the extension again.`, {
      cause: thrown,
    });
  });
  return loading;
}

async function read(): Promise<Model> {
  const response = await fetch(browser.runtime.getURL(PATH));
  if (!response.ok) throw new Error(`${PATH}: ${response.status}`);
  return readModel(new Uint8Array(await response.arrayBuffer()));
}
