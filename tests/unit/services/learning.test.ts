import { beforeEach, expect, it } from 'vitest';
import { isVisible } from '../../../annotations/shown';
import { addAnnotation } from '../../../store/visits';
import { annotation, match, NOW } from '../annotations/samples';
import { first, setStage, stage, visit } from './stage';

const { adjustmentAsJson, learned } = await import('../../../services/learning');
const { loadSettings, saveSettings } = await import('../../../services/settings');

beforeEach(setStage);

/** As many claims elsewhere, found with 0.6, that the reader judged. */
async function judge(verdict: 'confirmed' | 'dismissed', count: number) {
  for (let i = 0; i < count; i++)
    await addAnnotation(
      stage.store,
      annotation({
        id: `judged-${i}`,
        verdict,
        touched: { verdict: NOW },
        matches: [match({ confidence: 0.6 })],
      }),
    );
}
/** The stage's engine gives 0.9, and 0.4 to a sentence with a question mark; the threshold is 0.5. */
const texts = (list: readonly { target: { quote: { exact: string } } }[]) =>
  list.map(({ target }) => target.quote.exact.trim());

it('verdicts lift later claims of the argument over the threshold', async () => {
  expect(texts((await visit()).annotations)).not.toContain('Is Seoul sure?.');
  await judge('confirmed', 20);
  const { annotations, settings } = await visit();
  expect(texts(annotations)).toContain('Is Seoul sure?.');
  expect(annotations.every((a) => isVisible(a, settings))).toBe(true);
});

it('or lower them, which is said beside the engine’s own confidence', async () => {
  await saveSettings({ threshold: 0.8 });
  await judge('dismissed', 20);
  const { annotations, settings } = await visit();
  const [match_] = first({ annotations }).matches;
  expect(match_?.engineConfidence).toBe(0.9);
  expect(match_?.confidence).toBeLessThan(0.8);
  expect(annotations.some((a) => isVisible(a, settings))).toBe(false);
});

it('is undone by the switch, and by forgetting one argument, at the next visit', async () => {
  await judge('dismissed', 20);
  await visit();
  for (const undo of [
    { adjust: false },
    { adjust: true, forgotten: { 'kelly/treaty-ally-locked-in': '2027-01-01T00:00:00.000Z' } },
  ]) {
    await saveSettings(undo);
    const [match_] = first(await visit()).matches;
    expect(match_).toMatchObject({ confidence: 0.9 });
    expect(match_?.engineConfidence).toBeUndefined();
  }
});

it('can be looked at and exported', async () => {
  await judge('dismissed', 20);
  const adjustment = await learned(stage.store, await loadSettings());
  const argument = 'kelly/treaty-ally-locked-in';
  const shiftInLogOdds = expect.closeTo(adjustment.get(argument)?.shift ?? 0, 3);
  expect(JSON.parse(adjustmentAsJson(adjustment, NOW))).toEqual({
    format: 'tightrope-adjustment',
    version: 1,
    exported: NOW,
    arguments: [{ argument, confirmed: 0, dismissed: 20, shiftInLogOdds }],
  });
});
