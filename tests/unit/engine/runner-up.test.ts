import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse } from '../../../engine/analyse';
import { readModel } from '../../../engine/model';

const model = readModel(new Uint8Array(readFileSync('public/engine/model.bin')));

test('a match’s runner-up lies behind it, for second and third matches too', () => {
  const text =
    'Beijing warned Seoul against hosting more US missile defence and against a three-way bloc with Tokyo. ' +
    'American troops and bases on Korean soil tie the treaty ally to Washington for good. ' +
    'Seoul must balance between its ally America and China, its largest trading partner.';
  const claims = analyse(text, { model, threshold: 0.05 });
  const matches = claims.flatMap((claim) => claim.matches);
  expect(claims.some((claim) => claim.matches.length > 1)).toBe(true);
  for (const { argument, confidence, why } of matches) {
    expect(why.runnerUp?.argument).not.toBe(argument);
    expect(why.runnerUp?.behind).toBeGreaterThanOrEqual(0);
    expect(why.runnerUp?.behind).toBeLessThanOrEqual(confidence);
  }
});
