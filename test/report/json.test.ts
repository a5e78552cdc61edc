import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verdictJson } from '../../src/report/json.ts';

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
    expect(verdictJson({ zeta: 1, alpha: 2, summary: 's', verdict: 'pass', schemaVersion: 1 })).toBe(
      '{\n  "schemaVersion": 1,\n  "verdict": "pass",\n  "summary": "s",\n  "alpha": 2,\n  "zeta": 1\n}\n',
    );
  });

  test('the bytes do not depend on the order in which an object was built, and parse back to the content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = verdictJson(value);
        expect(verdictJson(shuffled(value))).toBe(text);
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
    expect(() => verdictJson(value)).toThrow(message);
  });

  test('an absent optional key is left out', () => {
    expect(verdictJson({ a: undefined, b: -0 })).toBe('{\n  "b": 0\n}\n');
  });
});
