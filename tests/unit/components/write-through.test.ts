import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SaveState, writeThrough } from '../../../components/note/write-through';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recorder() {
  const saved: string[] = [];
  const states: SaveState[] = [];
  return { saved, states, onState: (state: SaveState) => states.push(state) };
}

describe('writing through', () => {
  test('waits for a pause, and writes the last text only', async () => {
    const { saved, states, onState } = recorder();
    const writer = writeThrough<string>({ save: async (text) => saved.push(text), onState });
    writer.change('a');
    await vi.advanceTimersByTimeAsync(200);
    writer.change('ab');
    await vi.advanceTimersByTimeAsync(299);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['ab']);
    expect(states.at(-1)).toBe('saved');
  });

  test('writes at once when left', async () => {
    const { saved, onState } = recorder();
    const writer = writeThrough<string>({ save: async (text) => saved.push(text), onState });
    writer.change('gone');
    await writer.flush();
    expect(saved).toEqual(['gone']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saved).toEqual(['gone']);
  });

  test('a slow write is never overtaken by a later one', async () => {
    const { saved, onState } = recorder();
    const slow = (text: string) =>
      new Promise<void>((resolve) => {
        setTimeout(
          () => {
            saved.push(text);
            resolve();
          },
          text === 'first' ? 1_000 : 1,
        );
      });
    const writer = writeThrough<string>({ save: slow, onState });
    writer.change('first');
    await vi.advanceTimersByTimeAsync(300);
    writer.change('second');
    await vi.advanceTimersByTimeAsync(300);
    writer.change('third');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(saved).toEqual(['first', 'third']);
  });

  test('says “saved” only when nothing waits any more', async () => {
    const { states, onState } = recorder();
    const save = () => new Promise<void>((resolve) => setTimeout(resolve, 500));
    const writer = writeThrough<string>({ save, onState });
    writer.change('first');
    await vi.advanceTimersByTimeAsync(400);
    writer.change('second');
    await vi.advanceTimersByTimeAsync(500);
    expect(states).not.toContain('saved');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toBe('saved');
  });

  test('keeps what failed, says so, and tries again', async () => {
    const { saved, states, onState } = recorder();
    let broken = true;
    const writer = writeThrough<string>({
      save: async (text) => {
        if (broken) throw new Error('full');
        saved.push(text);
      },
      onState,
    });
    writer.change('precious');
    await vi.advanceTimersByTimeAsync(300);
    expect(states.at(-1)).toBe('failed');
    broken = false;
    await writer.flush();
    expect(saved).toEqual(['precious']);
    expect(states.at(-1)).toBe('saved');
  });
});
