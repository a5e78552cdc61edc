import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/core/domain/canonical-json.ts';

describe('canonicalJson', () => {
  test('sorts keys at every depth and drops white space', () => {
    expect(canonicalJson({ b: [1, { z: null, a: 'ü' }], a: true })).toBe(
      '{"a":true,"b":[1,{"a":"ü","z":null}]}',
    );
  });

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([[undefined], [Number.NaN], [Infinity], [() => 1], [{ a: undefined }], [10n]])(
    'refuses %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});
