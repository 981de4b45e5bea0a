import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { koreanActors } from '../../../engine/en/actors/korea';
import { powerActors } from '../../../engine/en/actors/powers';
import { notActors, worldActors } from '../../../engine/en/actors/world';
import { featuresOf } from '../../../engine/en/features';
import { isOnSubject, mayConcern } from '../../../engine/en/gate';
import { read } from '../../../engine/en/units';
import type { Sentence } from '../../../engine/types';
import { ENGINE_VERSION } from '../../../engine/version';
import { articlesOf, readTsv } from '../../../training/examples';

const fixture = (name: string) => articlesOf(readTsv(`tests/fixtures/engine/${name}.tsv`, name)).flat();
const sentences = ['op-ed', 'pairs', 'articles'].flatMap(fixture);
const names = [...koreanActors, ...powerActors, ...worldActors]
  .flatMap(({ plain = '', exact = '', surnames = '' }) => [plain, exact, surnames])
  .concat(notActors)
  .flatMap((list) => list.split('|'))
  .map((name): Sentence => ({ text: `Then ${name.trim()} spoke.` }));

/** What the weights are given of a sentence. */
function seen(sentence: Sentence): string {
  const reading = read(sentence.text);
  const before = sentence.prev ? read(sentence.prev) : null;
  const gate = [mayConcern(sentence.text), isOnSubject(sentence, reading, before)];
  const groups = featuresOf(sentence, reading).map(({ name, features }) => [
    name,
    ...features.map(({ hash }) => hash).sort((a, b) => a - b),
  ]);
  return JSON.stringify([gate, reading.mentions.map(({ role }) => role), groups]);
}

it('features, actors and gate are those the weights were fitted with: change one, and train anew', () => {
  expect(sentences.length).toBeGreaterThan(500);
  expect(names.length).toBeGreaterThan(900);
  const released: Record<string, string> = JSON.parse(
    readFileSync('training/released-features.json', 'utf8'),
  );
  const hash = createHash('sha256');
  for (const sentence of [...sentences, ...names]) hash.update(seen(sentence));
  const sha256 = hash.digest('hex');
  expect(
    released[ENGINE_VERSION],
    `once trained: "${ENGINE_VERSION}": "${sha256}" in training/released-features.json`,
  ).toBe(sha256);
});
