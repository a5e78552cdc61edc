import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSource } from '../../src/core/domain/gate.ts';
import * as format from '../../src/report/format.ts';
import { delta } from './examples.ts';

describe('numbers with units and one sign convention', () => {
  test.each([
    [0.931, 'rate', '93.1 %'],
    [1, 'rate', '100.0 %'],
    [0, 'rate', '0.0 %'],
    [0.0004, 'rate', '0.04 %'],
    [0.99962, 'rate', '99.96 %'],
    [0.87314, 'bits_per_byte', '0.8731 bits per byte'],
    [8.41234, 'perplexity', '8.412'],
    [812.41, 'perplexity', '812.4'],
    [12345.6, 'number', '12346'],
    [-0.25, 'number', '−0.2500'],
    [0, 'number', '0.0'],
    [0.0000152, 'number', '0.0000152'],
  ] as const)('a value of %d as %s is %s', (value, unit, expected) => {
    expect(format.formatValue(value, unit)).toBe(expected);
  });

  test.each([
    [0.012, 'rate', '+1.2 pp'],
    [-0.312, 'rate', '−31.2 pp'],
    [0, 'rate', '0.0 pp'],
    [-0, 'rate', '0.0 pp'],
    [-0.004, 'rate', '−0.4 pp'],
    [-0.0004, 'rate', '−0.04 pp'],
    [-0.0000001, 'rate', '0.000 pp'],
    [-0.0123, 'bits_per_byte', '−0.0123 bits per byte'],
    [0.0406, 'perplexity', '+0.041'],
    [-3.2, 'number', '−3.200'],
  ] as const)('a change of %d as %s is %s', (value, unit, expected) => {
    expect(format.formatChange(value, unit)).toBe(expected);
  });

  test('no change is ever printed with an ASCII hyphen, or as minus zero', () => {
    const units = fc.constantFrom('rate', 'bits_per_byte', 'perplexity', 'number' as const);
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), units, (value, unit) => {
        for (const text of [format.formatChange(value, unit), format.formatValue(value, unit)]) {
          expect(text).not.toMatch(/-|−0(\.0*)?( |$)|NaN|Infinity/);
        }
        const change = format.formatChange(value, unit);
        expect(change.startsWith('−')).toBe(value < 0 && /[1-9]/.test(change));
      }),
    );
  });

  test.each([
    [delta(-0.3, -0.36, -0.264), '−36.0 to −26.4'],
    [delta(0, -0.0004, 0.012), '−0.04 to +1.20'],
    [delta(0, null, 0.012), 'unbounded to +1.2'],
    [delta(0, null, null), null],
  ])('an interval, %#', (estimate, expected) => {
    expect(format.formatInterval(estimate, 'rate')).toBe(expected);
  });

  test.each([
    [0, '0'],
    [999, '999'],
    [14042, '14,042'],
    [1235814400, '1,235,814,400'],
  ])('a count of %d is %s', (count, expected) => {
    expect(format.formatCount(count)).toBe(expected);
  });

  test.each([
    [0.5, 'p = 0.5000'],
    [0.00005, 'p < 0.0001'],
  ])('p of %d is %s', (p, expected) => {
    expect(format.formatP(p)).toBe(expected);
  });

  test.each([
    [42, '42 seconds'],
    [254, '4 minutes'],
    [7380, '2 hours 3 minutes'],
  ])('%d seconds are %s', (seconds, expected) => {
    expect(format.formatDuration(seconds)).toBe(expected);
  });

  test.each([
    [{ kind: 'default' } as const, 'default'],
    [{ kind: 'input', name: 'max-mmlu-drop' } as const, 'input max-mmlu-drop'],
    [{ kind: 'flag', name: '--max-drop' } as const, 'flag --max-drop'],
    [{ kind: 'file', file: 'weighbridge.yml', line: 12 } as const, 'weighbridge.yml:12'],
  ])('a source, %#', (source, expected) => {
    expect(describeSource(source)).toBe(expected);
  });

  test('a level and a digest', () => {
    expect(format.formatLevel(0.9)).toBe('90 %');
    expect(format.formatLevel(1 - 2 * 0.025)).toBe('95 %');
    expect(format.formatDigest(`sha256:${'a'.repeat(64)}`)).toBe('sha256:aaaaaaaaaaaa');
    expect(format.formatDigest('unknown')).toBe('unknown');
  });
});

test.each([
  [0.2, '0 seconds'],
  [1, '1 second'],
  [89, '89 seconds'],
  [90, '2 minutes'],
  [3600, '60 minutes'],
  [5460, '1 hour 31 minutes'],
  [7260, '2 hours 1 minute'],
])('%d seconds are %s', (seconds, expected) => {
  expect(format.formatDuration(seconds)).toBe(expected);
});
