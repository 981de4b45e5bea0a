import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../annotations/settings';
import { ModelError, readModel } from '../../../engine/model';
import { ENGINE_VERSION } from '../../../engine/version';

const bytes = new Uint8Array(readFileSync('public/engine/model.bin'));

/** Weights of each released version of the engine: change the weights, and the version must rise with them. */
const released: Record<string, string> = JSON.parse(readFileSync('training/released.json', 'utf8'));

describe('the weights', () => {
  it('are those of this version of the engine', () => {
    expect(released[ENGINE_VERSION]).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('leave the whole build room under 2 MB gzipped', () => {
    expect(gzipSync(bytes).length).toBeLessThanOrEqual(1_650_000);
  });

  it('have the threshold the reader starts with', () => {
    expect(readModel(bytes).header.threshold).toBe(DEFAULT_SETTINGS.threshold);
  });

  it('are refused by name where they are none', () => {
    expect(() => readModel(new Uint8Array(40))).toThrow(ModelError);
    expect(() => readModel(new Uint8Array(40))).toThrow(/not a file of Tightrope weights/);
  });

  it('are refused by name where they are cut short', () => {
    // Also where the header's length is missing or cut, or the header is.
    for (const end of [bytes.length - 1, bytes.length - 10, 11, 13, 40])
      expect(() => readModel(bytes.subarray(0, end))).toThrow(/end too early/);
  });

  it('are refused by name where their header is damaged', () => {
    const damaged = bytes.slice();
    damaged[16] = 0;
    expect(() => readModel(damaged)).toThrow(/header is damaged/);
  });

  it('are refused by name where they are for other arguments', () => {
    const other = bytes.slice();
    other[Buffer.from(bytes).indexOf('kelly/')] = 'j'.charCodeAt(0);
    expect(() => readModel(other)).toThrow(/another catalogue/);
  });

  it('read the same from a Buffer, which may begin anywhere in memory', () => {
    const shifted = Buffer.concat([Buffer.from('x'), bytes]).subarray(1);
    expect(readModel(shifted).header).toEqual(readModel(bytes).header);
  });
});
