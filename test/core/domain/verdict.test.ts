import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join, VERDICTS } from '../../../src/core/domain/verdict.ts';

const verdict = fc.constantFrom(...VERDICTS);

describe('join', () => {
  test('nothing judged is invalid', () => {
    expect(join([])).toBe('invalid');
  });

  test.each([
    [['pass', 'pass'], 'pass'],
    [['pass', 'inconclusive'], 'inconclusive'],
    [['inconclusive', 'regression', 'pass'], 'regression'],
    [['regression', 'invalid'], 'invalid'],
  ] as const)('%j is %s', (verdicts, expected) => {
    expect(join(verdicts)).toBe(expected);
  });

  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(verdict, verdict, verdict, (a, b, c) => {
        expect(join([a, b])).toBe(join([b, a]));
        expect(join([join([a, b]), c])).toBe(join([a, join([b, c])]));
        expect(join([a, a])).toBe(a);
      }),
    );
  });
});
