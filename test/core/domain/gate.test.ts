import { describe, expect, test } from 'vitest';
import { describeLimit } from '../../../src/core/domain/gate.ts';

describe('describeLimit writes the limit as the config would', () => {
  test.each([
    [{ rule: 'max_drop', limit: { kind: 'absolute', value: 0.02 } }, 'rate', '2pp'],
    [{ rule: 'max_drop', limit: { kind: 'absolute', value: 0.07 } }, 'rate', '7pp'],
    [{ rule: 'max_drop', limit: { kind: 'relative', value: 0.05 } }, 'rate', '5%rel'],
    [{ rule: 'min_gain', limit: { kind: 'absolute', value: 0.3 } }, 'other', '0.3'],
    [{ rule: 'ceiling', limit: 0.01 }, 'rate', '1%'],
    [{ rule: 'floor', limit: 12.5 }, 'other', '12.5'],
  ] as const)('%j %s: %s', (rule, unit, text) => {
    expect(describeLimit(rule, unit)).toBe(text);
  });
});
