import { expect, test } from 'vitest';
import { answer, configured, issuesOf, scoresOf } from '../../support/scoring.ts';

// Pins within_tolerance.

const scored = (options: Record<string, unknown>, output: string, target = '12.5') =>
  scoresOf({ name: 'regression', metrics: ['mae'], ...options }, [answer(output, target)]);
const NONE = { unscored: 'the answer has no number' };

test.each<[Record<string, unknown>, string, unknown]>([
  [{}, ' 13 ', 0.5],
  [{}, '1,012.5', 1000],
  [{}, '−12.5', 25],
  [{}, '1.3e1', 0.5],
  [{}, '13 kg', NONE],
  [{}, '1,2', NONE],
  [{}, '1e999', NONE],
  [{}, 'NaN', NONE],
  [{ extract: 'first' }, 'between 13 and 20.', 0.5],
  [{ extract: 'last' }, 'between 20 and 13.', 0.5],
  [{ extract: 'last' }, 'from 3-13', 0.5],
  [{ extract: 'last' }, 'it costs $1,012.50, I think', 1000],
  [{ extract: 'first' }, 'none', NONE],
  [{ extract: 'json', field: 'price' }, '{"price": 13}', 0.5],
  [{ extract: 'json', field: 'price' }, '{"price": "13"}', 0.5],
  [{ extract: 'json', field: 'price' }, '13', NONE],
  [{ extract: 'regex', pattern: 'total: ([0-9.]+)' }, 'a 1, total: 13', 0.5],
  [{ metrics: ['within_tolerance'], tolerance: 0.5 }, '13', 1],
  [{ metrics: ['within_tolerance'], tolerance: 0.4 }, '13', 0],
  [{ metrics: ['within_tolerance'], relative_tolerance: 0.04 }, '13', 1],
  [{ metrics: ['within_tolerance'] }, '12.50', 1],
  [{ metrics: ['rmse'] }, '13', { parts: [12.5, 13] }],
])('%j of %j', async (options, output, score) => {
  expect(await scored(options, output)).toEqual([score]);
});

test.each<[string, string, number, 0 | 1]>([
  ['1.1', '1', 0.1, 1],
  ['0.3', '0.1', 0.2, 1],
  ['0.31', '0.1', 0.2, 0],
])(
  '%s for %s is within %d: %d, whatever rounding makes of the difference',
  async (said, right, tolerance, score) => {
    expect(await scored({ metrics: ['within_tolerance'], tolerance }, said, right)).toEqual([score]);
  },
);

test('a target is one number', () => {
  const { checkTargets } = configured('regression');
  expect(checkTargets(['12'])).toBeNull();
  expect(checkTargets(['a dozen'])).toMatch(/"a dozen" is no number/);
  expect(checkTargets(['1', '2'])).toMatch(/exactly one target/);
  expect(issuesOf({ name: 'regression', extract: 'json' })).toMatch(/needs a field/);
});

test('hostile digits are read in time by their number', async () => {
  // By the square of their number, they would not be read within the test's time.
  await scored({ extract: 'last' }, '1,111'.repeat(500_000));
  await scored({ extract: 'last' }, '-.e+'.repeat(500_000));
});
