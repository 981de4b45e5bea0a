import { afterEach, describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { textOfFrame } = await import('../../../services/tabs/frames');

/** A frame with one paragraph, that fills its page. */
function standIn(protocol: string) {
  const parent: Record<string, unknown> = { innerWidth: 1000, innerHeight: 800 };
  parent.parent = parent;
  const frameElement = { getBoundingClientRect: () => ({ width: 1000, height: 800 }) };
  vi.stubGlobal('window', { parent, frameElement });
  vi.stubGlobal('location', { protocol });
  vi.stubGlobal('document', { querySelectorAll: () => [{ textContent: 'Seoul decides.' }] });
}

afterEach(() => vi.unstubAllGlobals());

describe('a frame’s text', () => {
  it.each(['http:', 'https:', 'file:'])('counts at an address of %s', (protocol) => {
    standIn(protocol);
    expect(textOfFrame()).toBe(14);
  });

  it.each(['about:', 'data:', 'blob:', 'javascript:'])(
    'does not at %s, where the annotator’s messages are refused',
    (protocol) => {
      standIn(protocol);
      expect(textOfFrame()).toBe(0);
    },
  );
});
