import { describe, expect, test } from 'vitest';
import {
  GATE_RULES,
  hypothesisOf,
  RULES,
  ruleOf,
  shownHypothesisOf,
} from '../../../../src/core/decide/rules/registry.ts';
import type { GateRule, GateRuleName } from '../../../../src/core/domain/gate.ts';
import type { Direction, MetricDeclaration } from '../../../../src/core/domain/metric.ts';
import { ceiling, floor, maxDrop, minGain } from '../build.ts';

const HIGHER = 'higher_is_better';
const LOWER = 'lower_is_better';
const BASELINE = { value: 0.8, stderr: 0.01, n: 100 };

const metric = (direction: Direction, more: Partial<MetricDeclaration> = {}): MetricDeclaration => ({
  ...{ name: 'acc', direction, kind: 'mean', unit: 'rate', scale: 'linear', weak: false },
  range: { min: 0, max: 1 },
  ...more,
});
const relative = (rule: 'max_drop' | 'min_gain', value: number): GateRule => ({
  rule,
  limit: { kind: 'relative', value },
});
const MAX_RISE_2PP: GateRule = { rule: 'max_rise', limit: { kind: 'absolute', value: 0.02 } };
const perplexity = metric(LOWER, { unit: 'perplexity', scale: 'log', range: { min: null, max: null } });

test('every row is found by its own name', () => {
  expect(RULES.map(({ name }) => name)).toEqual(GATE_RULES);
  for (const rule of RULES) expect(ruleOf({ rule: rule.name })).toBe(rule);
});

describe('a hypothesis is about a degradation', () => {
  test.each<[string, GateRule, MetricDeclaration, object]>([
    ['drop', maxDrop(0.02), metric(HIGHER), { sign: -1, boundary: 0.02, tolerance: 0.02 }],
    [
      'rise',
      maxDrop(0.02),
      metric(LOWER),
      { sign: 1, boundary: 0.02, forbidden: 'a rise of more than 2 pp' },
    ],
    [
      'rise by its own name',
      MAX_RISE_2PP,
      metric(LOWER),
      { sign: 1, boundary: 0.02, forbidden: 'a rise of more than 2 pp' },
    ],
    ['gain', minGain(0.02), metric(HIGHER), { sign: -1, boundary: -0.02, tolerance: 0.02 }],
    ['no gain', minGain(0), metric(HIGHER), { sign: -1, boundary: 0, tolerance: 0 }],
    ['share of the baseline', relative('max_drop', 0.1), metric(HIGHER), { margin: 0.1 * 0.8 }],
    ['factor', relative('max_drop', 0.1), perplexity, { sign: 1, boundary: Math.log1p((0.1 * 0.8) / 0.8) }],
    ['ceiling', ceiling(0.01), metric(LOWER), { sign: 1, boundary: 0.01, tolerance: 0.01 }],
    ['floor', floor(0.9), metric(HIGHER), { sign: -1, boundary: -0.9, tolerance: 1 - 0.9 }],
  ])('%s', (_, rule, declaration, expected) => {
    expect(hypothesisOf(rule, declaration, BASELINE)).toMatchObject(expected);
  });

  test.each<[string, GateRule, MetricDeclaration, RegExp]>([
    ['a ceiling on what should rise', ceiling(0.5), metric(HIGHER), /use a floor/],
    ['a floor under what should fall', floor(0.5), metric(LOWER), /use a ceiling/],
    ['a size that is none', maxDrop(Number.NaN), metric(HIGHER), /not a size of change/],
    ['a rise of what should rise', MAX_RISE_2PP, metric(HIGHER), /use a max_drop/],
    ['a logarithm of nothing', ceiling(0), perplexity, /beyond all values/],
  ])('refused: %s', (_, rule, declaration, why) => {
    expect(hypothesisOf(rule, declaration, BASELINE)).toMatchObject({ refusal: expect.stringMatching(why) });
  });
});

/** A rule by its limit, on a rate whose greater values are better or worse. */
test.each<[GateRuleName, number, Direction, boolean]>([
  ['max_drop', 1, HIGHER, true],
  ['max_drop', 0.99, HIGHER, false],
  ['max_rise', 1, LOWER, true],
  ['max_rise', 0.99, LOWER, false],
  ['min_gain', 1, HIGHER, false],
  ['ceiling', 1, LOWER, true],
  ['ceiling', 0, LOWER, false],
  ['floor', 0, HIGHER, true],
  ['floor', 1, HIGHER, false],
  ['no_regression_by_group', 1, HIGHER, true],
  ['max_group_gap', 1, LOWER, true],
  ['max_group_gap', 0.99, HIGHER, false],
  ['net_gain', 1, HIGHER, false],
  ['average', 1, HIGHER, true],
])('%s of %d allows everything of a %s rate: %s', (rule, value, direction, expected) => {
  const row = ruleOf({ rule });
  const limit = row.written === 'value' ? value : ({ kind: 'absolute', value } as const);
  expect(row.allowsEverything(limit, 'rate', direction)).toBe(expected);
  expect(row.allowsEverything(limit, 'number', direction)).toBe(false);
});

test('a relative drop of all of it is nothing that a falling metric could break, and a rising one could', () => {
  const whole = { kind: 'relative', value: 1 } as const;
  const drop = ruleOf({ rule: 'max_drop' });
  expect(drop.allowsEverything(whole, 'rate', HIGHER)).toBe(true);
  expect(drop.allowsEverything(whole, 'rate', LOWER)).toBe(false);
  expect(drop.allowsEverything(whole, 'rate', null)).toBe(false);
});

test.each<[GateRuleName, Direction, string]>([
  ['max_drop', HIGHER, 'may drop 2pp'],
  ['max_drop', LOWER, 'may rise 2pp'],
  ['max_rise', LOWER, 'may rise 2pp'],
  ['min_gain', HIGHER, 'must gain 2pp'],
  ['ceiling', LOWER, 'at most 2pp'],
  ['floor', HIGHER, 'at least 2pp'],
  ['no_regression_by_group', LOWER, 'no group may rise 2pp'],
  ['max_group_gap', HIGHER, 'no two groups further apart than 2pp'],
  ['net_gain', HIGHER, 'must gain 2pp net of losses'],
  ['average', HIGHER, 'may drop 2pp'],
])('%s on %s reads: %s', (rule, direction, text) => {
  const [before, after] = ruleOf({ rule }).limitPhrase({ direction });
  expect(`${before} 2pp${after}`).toBe(text);
});

describe('what a result asked, from the result alone', () => {
  test.each<[GateRuleName, Direction, object | null]>([
    ['max_drop', HIGHER, { estimand: 'delta', sign: -1, boundary: 0.1 }],
    ['max_rise', LOWER, { estimand: 'delta', sign: 1, boundary: 0.1 }],
    ['min_gain', LOWER, { estimand: 'delta', sign: 1, boundary: -0.1 }],
    ['ceiling', LOWER, { estimand: 'candidate', sign: 1, boundary: 0.1 }],
    ['floor', HIGHER, { estimand: 'candidate', sign: -1, boundary: -0.1 }],
    ['net_gain', LOWER, { estimand: 'delta', sign: -1, boundary: -0.1 }],
    ['average', LOWER, { estimand: 'delta', sign: 1, boundary: 0.1 }],
    ['no_regression_by_group', HIGHER, null],
    ['max_group_gap', HIGHER, null],
  ])('%s on %s', (rule, direction, expected) => {
    expect(shownHypothesisOf({ rule, margin: 0.1, direction })).toEqual(expected);
  });

  test('nothing without a margin', () => {
    expect(shownHypothesisOf({ rule: 'max_drop', margin: null, direction: HIGHER })).toBeNull();
  });
});
