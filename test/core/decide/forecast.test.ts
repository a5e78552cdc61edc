import { describe, expect, test } from 'vitest';
import { GATE_RULES } from '../../../src/core/decide/rules/registry.ts';
import { besideCount, CASES } from './forecast-cases.ts';

// Enough to see a forecast that is wrong by a quarter; forecast.slow.test.ts looks closer.
const ROUNDS = 50;

describe('what becomes of candidates, beside the same counted one by one', () => {
  test('every rule has a row', () => {
    expect(new Set(CASES.map(([, { rule }]) => rule.rule))).toEqual(new Set(GATE_RULES));
  });

  test.each(GATE_RULES)('%s', (name) => {
    const of = CASES.map(([, each]) => each).find(({ rule }) => rule.rule === name);
    if (of === undefined) throw new Error('no row');
    for (const { share, own, counted, spread } of besideCount(of, ROUNDS)) {
      expect(Math.abs(own - counted), `${share}: ${own}, counted ${counted}`).toBeLessThan(spread);
    }
  });
});
