import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/report/json.ts';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, shuffled(item)]),
  );
};

describe('canonical JSON', () => {
  test('what people look for comes first, the rest by the alphabet', () => {
    expect(canonicalJson({ zeta: 1, alpha: 2, summary: 's', verdict: 'pass', schemaVersion: 1 })).toBe(
      '{\n  "schemaVersion": 1,\n  "verdict": "pass",\n  "summary": "s",\n  "alpha": 2,\n  "zeta": 1\n}\n',
    );
  });

  test('the bytes do not depend on the order in which an object was built, and parse back to the content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffled(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([
    [{ gates: [{ delta: Number.NaN }] }, '$.gates[0].delta is NaN'],
    [{ a: Number.POSITIVE_INFINITY }, '$.a is Infinity'],
    [{ a: 1n }, '$.a is a bigint'],
    [[undefined], '$[0] is a undefined'],
  ])('%# is refused with its path', (value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  test('an absent optional key is left out', () => {
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{\n  "b": 0\n}\n');
  });
});
