import { readFile } from 'node:fs/promises';
import { type Model, ModelError, readModel } from '../engine/model';

/** Where the build takes the weights from too. */
const MODEL = 'public/engine/model.bin';

/** The engine's weights. Throws with the way out where they are missing or damaged. */
export async function loadModel(path = MODEL): Promise<Model> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new ModelError(
      `${path} is missing; restore it from the repository or build it with "npm run train"`,
      {
        cause,
      },
    );
  }
  return readModel(bytes);
}
