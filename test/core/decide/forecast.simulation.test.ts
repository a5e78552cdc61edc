import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/core/decide/rules/registry.ts';
import { besideCount, CASES } from './forecast-cases.ts';

// Enough to see a forecast that is wrong by a quarter; forecast.slow.test.ts looks closer.
const ROUNDS = 50;

/** Of answers nobody can tell what will be in them. */
const FORESEEN = RULES.filter(({ scope }) => scope !== 'answers').map(({ name }) => name);

describe('what becomes of candidates, beside the same counted one by one', () => {
  test('every rule has a row', () => {
    expect(new Set(CASES.map(([, { rule }]) => rule.rule))).toEqual(new Set(FORESEEN));
  });

  test.each(FORESEEN)('%s', (name) => {
    const of = CASES.map(([, each]) => each).find(({ rule }) => rule.rule === name);
    if (of === undefined) throw new Error('no row');
    for (const { share, own, counted, spread } of besideCount(of, ROUNDS)) {
      expect(Math.abs(own - counted), `${share}: ${own}, counted ${counted}`).toBeLessThan(spread);
    }
  });
});
