import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChange, parseValue } from '../../../../src/core/decide/rules/limits.ts';
import { describeLimit } from '../../../../src/core/domain/gate.ts';

const absolute = (value: number) => ({ ok: true, value: { kind: 'absolute', value } });
const relative = (value: number) => ({ ok: true, value: { kind: 'relative', value } });

describe('a change', () => {
  test.each([
    ['2pp', 'rate', absolute(0.02)],
    ['0.7pp', 'rate', absolute(0.007)],
    ['100pp', 'rate', absolute(1)],
    ['0pp', 'rate', absolute(0)],
    ['0.02', 'rate', absolute(0.02)],
    [0.02, 'rate', absolute(0.02)],
    [0.0000001, 'rate', absolute(1e-7)],
    ['2%rel', 'rate', relative(0.02)],
    ['250%rel', 'perplexity', relative(2.5)],
    ['0.02', 'bits_per_byte', absolute(0.02)],
    [3, 'perplexity', absolute(3)],
  ] as const)('%s of a %s', (written, unit, expected) => {
    expect(parseChange(written, unit)).toEqual(expected);
  });

  test.each([
    ['2%', 'rate', '2% can mean two changes', 'write 2pp for points of the rate, or 2%rel'],
    ['2%', 'perplexity', '2% can mean two changes', 'write 2%rel'],
    [2, 'rate', '2 would let the rate change by 200 points', 'did you mean 2pp?'],
    ['2', 'rate', '2 would let the rate change by 200 points', 'did you mean 2pp?'],
    [1, 'rate', '1 would let the rate change by 100 points', 'did you mean 1pp?'],
    ['101pp', 'rate', 'more than a rate can change', '100pp'],
    ['2pp', 'bits_per_byte', '2pp is for rates', '2%rel'],
    ['-2pp', 'rate', 'negative', 'without a sign'],
    [-0.02, 'rate', 'negative', 'without a sign'],
    [Number.NaN, 'rate', 'NaN is not a change', '2pp'],
    [Number.POSITIVE_INFINITY, 'rate', 'not a change', '2pp'],
    ['1e400', 'rate', 'not a change', '2pp'],
    ['1e-2', 'rate', 'not a change', '2pp'],
    ['0x2', 'rate', 'not a change', '2pp'],
    ['', 'rate', 'not a change', '2pp'],
    [' 2pp', 'rate', 'not a change', '2pp'],
    ['2 pp', 'rate', 'not a change', '2pp'],
    ['2PP', 'rate', 'not a change', '2pp'],
    ['2,5pp', 'rate', 'not a change', '2pp'],
    ['.5pp', 'rate', 'not a change', '2pp'],
    ['+2pp', 'rate', 'not a change', '2pp'],
    ['２pp', 'rate', 'not a change', '2pp'],
    ['2pp\n', 'rate', 'not a change', '2pp'],
    ['NaN', 'number', 'not a change', 'plain decimal'],
  ] as const)('refuses %j of a %s', (written, unit, message, fix) => {
    const parsed = parseChange(written, unit);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(message) });
    expect(parsed).toMatchObject({ fix: expect.stringContaining(fix) });
  });
});

describe('a bound', () => {
  test.each([
    ['1%', 'rate', 0.01],
    ['0.7%', 'rate', 0.007],
    ['100%', 'rate', 1],
    ['0.01', 'rate', 0.01],
    [0, 'rate', 0],
    [12.5, 'perplexity', 12.5],
  ] as const)('%s of a %s', (written, unit, value) => {
    expect(parseValue(written, unit)).toEqual({ ok: true, value });
  });

  test.each([
    [1, 'rate', '1 can mean 1% or 100%', 'write 1% or 100%'],
    [95, 'rate', 'more than a rate can be', 'did you mean 95%?'],
    ['101%', 'rate', 'more than a rate can be', '100%'],
    ['1pp', 'rate', 'is not a rate', '1%'],
    ['1%rel', 'rate', 'is not a rate', '1%'],
    ['5%', 'perplexity', 'is for rates', 'plain number'],
    ['-1%', 'rate', 'negative', 'sign'],
  ] as const)('refuses %j of a %s', (written, unit, message, fix) => {
    const parsed = parseValue(written, unit);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringContaining(message) });
    expect(parsed).toMatchObject({ fix: expect.stringContaining(fix) });
  });
});

describe('whatever is written', () => {
  const unit = fc.constantFrom('rate', 'bits_per_byte', 'perplexity', 'number') as fc.Arbitrary<
    'rate' | 'number'
  >;
  const digits = fc.stringMatching(/^(0|[1-9][0-9]{0,3})(\.[0-9]{1,6})?$/);
  const written = fc.oneof(
    fc.string(),
    fc.double(),
    fc.tuple(digits, fc.constantFrom('', 'pp', '%', '%rel', 'x')).map(([number, suffix]) => number + suffix),
  );

  test('a limit is finite and not negative, or refused with a fix', () => {
    fc.assert(
      fc.property(written, unit, (text, of) => {
        for (const parsed of [parseChange(text, of), parseValue(text, of)]) {
          if (!parsed.ok) {
            expect(parsed.fix).not.toBe('');
            continue;
          }
          const value = typeof parsed.value === 'number' ? parsed.value : parsed.value.value;
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }),
    );
  });

  test('what is printed is read back as the same limit', () => {
    // Ten-thousandths of a point are finer than any dataset resolves.
    const share = fc.integer({ min: 0, max: 1_000_000 }).map((steps) => Number(`${steps}e-6`));
    fc.assert(
      fc.property(share, fc.constantFrom('absolute', 'relative'), (value, kind) => {
        const limit = { kind, value } as const;
        const printed = describeLimit({ rule: 'max_drop', limit }, 'rate');
        expect(parseChange(printed, 'rate')).toEqual({ ok: true, value: limit });
        const bound = describeLimit({ rule: 'ceiling', limit: value }, 'rate');
        expect(parseValue(bound, 'rate')).toEqual({ ok: true, value });
      }),
    );
  });
});
