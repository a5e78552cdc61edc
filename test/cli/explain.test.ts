import { describe, expect, test } from 'vitest';
import { findGate } from '../../src/cli/explain.ts';
import { PASS } from '../report/examples.ts';

describe('findGate', () => {
  test('finds a gate by its id', () => {
    expect(findGate(PASS, 'facts/acc:max_drop').metric).toBe('acc');
  });

  test('a typing error is answered with the gate that was meant and with all there are', () => {
    expect(() => findGate(PASS, 'facts/acc:max_dorp')).toThrowError(
      expect.objectContaining({
        kind: 'usage',
        fix: expect.stringMatching(/did you mean facts\/acc:max_drop\? gates: .*rude\/toxicity:ceiling/),
      }),
    );
  });

  test('a verdict without gates says so', () => {
    expect(() => findGate({ gates: [] }, 'x')).toThrowError(
      expect.objectContaining({ fix: 'add a gate and judge again: this verdict has none' }),
    );
  });
});
