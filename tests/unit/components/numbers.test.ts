import './fake-browser';
import { expect, test } from 'vitest';

const { numberWords, t } = await import('../../../components/i18n');

test('numbers stand in messages as the interface’s language writes them', () => {
  expect(numberWords(60_010)).toBe('60,010');
  expect(t('counts.claims', 60_010)).toBe('60,010 claims');
  expect(t('counts.claims', 1)).toBe('1 claim');
  expect(t('library.shown', [1_200, 100_000])).toContain('1,200');
  expect(t('options.version', ['0.1.0'])).toContain('0.1.0');
});
