import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/core/domain/canonical-json.ts';
import { brief, digest } from '../../../src/results/formats/digest.ts';

const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

const withoutNull = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => (member === null ? [] : [[key, withoutNull(member)]])),
  );
};

test('the digest of a value is that of its canonical JSON without members that are null', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(digest(value)).toBe(sha256(canonicalJson(withoutNull(value))));
    }),
  );
});

test.each([
  ['keys in another order', { a: 1, b: [2, { d: 3, c: 4 }] }, { b: [2, { c: 4, d: 3 }], a: 1 }],
  ['a key that is absent', { a: 1, b: undefined, c: null }, { a: 1 }],
  ['a function at another address', ['<function f at 0x7f01>'], ['<function f at 0x7f02>']],
  ['NaN as Python has it', { loss: Number.NaN }, { loss: 'NaN' }],
  ['nothing at all', undefined, null],
])('%s makes no difference', (_, one, other) => expect(digest(one)).toBe(digest(other)));

test.each([
  ['null in a list', [1, null], [1]],
  ['a text for a number', ['1'], [1]],
  ['what parts of a text say', ['at 0xff>'], ['at 0xfe>']],
])('%s makes one', (_, one, other) => expect(digest(one)).not.toBe(digest(other)));

test('a short value is shown as it is', () => expect(brief({ b: ['ü'], a: null })).toBe('{"b":["ü"]}'));
