import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feasibilityOf, hopelessGate, withForecasts } from '../../../src/config/plan/feasibility.ts';
import { type Forecasts, fateOfPairs, gaining } from '../../../src/core/decide/forecast.ts';
import { ASSUMED_DISCORDANCE } from '../../../src/core/decide/hypothetical.ts';
import { ruleOf } from '../../../src/core/decide/rules/registry.ts';
import type { Gate, GateRule, OnInconclusive, Policy } from '../../../src/core/domain/gate.ts';
import type { MetricDeclaration } from '../../../src/core/domain/metric.ts';

const rate = (direction: MetricDeclaration['direction'] = 'higher_is_better'): MetricDeclaration => ({
  ...{ name: 'm', direction, kind: 'mean', unit: 'rate', scale: 'linear', weak: false },
  range: { min: 0, max: 1 },
});
const PERPLEXITY: MetricDeclaration = {
  ...{
    name: 'm',
    direction: 'lower_is_better',
    kind: 'ratio',
    unit: 'perplexity',
    scale: 'log',
    weak: false,
  },
  range: { min: 0, max: null },
};

const gate = (rule: GateRule, tier: Gate['tier'] = 'blocking'): Gate => ({
  ...rule,
  ...{
    id: `t/m:${rule.rule}`,
    task: 't',
    metric: 'm',
    tier,
    source: { kind: 'file', file: 'w.yml', line: 9 },
  },
});
const all = (evaluated: number) => ({ evaluated, isWhole: true });
const drop = (value: number) => gate({ rule: 'max_drop', limit: { kind: 'absolute', value } });
const ceiling = (limit: number) => gate({ rule: 'ceiling', limit });
const floor = (limit: number) => gate({ rule: 'floor', limit });

function policy(
  onInconclusive: OnInconclusive = 'lean',
  target: Policy['target']['value'] = 'population',
  alpha = 0.05,
): Policy {
  const source = { kind: 'default' } as const;
  return {
    alpha: { value: alpha, source },
    onInconclusive: { value: onInconclusive, source },
    target: { value: target, source },
    leanAlpha: { value: 0.25, source },
    minCoverage: { value: 0.99, source },
  };
}

/** Points at disc = 12 %, alpha 0.05 and 90 % power: the table of method.md, step B, which rounds 2.926 to 2.93. */
test.each([
  [164, 7.9],
  [198, 7.2],
  [541, 4.4],
  [817, 3.6],
  [1172, 3.0],
  [1319, 2.8],
  [10042, 1.0],
  [12032, 0.92],
  [14042, 0.86],
])('%i samples can prove %f points', (samples, points) => {
  const { certifiable } = feasibilityOf(drop(0.5), rate(), all(samples), policy());
  expect(Math.abs((certifiable ?? 0) * 100 - points)).toBeLessThan(0.06);
});

describe('a max_drop', () => {
  test.each([
    [500, 0.02, 'lean', 'population', 'undecided', 2570],
    [2569, 0.02, 'lean', 'population', 'undecided', 2570],
    [2570, 0.02, 'lean', 'population', 'certifies', 2570],
    // Identical answers prove 2.706 / (n + 2.706), and lean from ln .25 / ln .98 = 68.6 on.
    [69, 0.02, 'lean', 'population', 'leans', 2570],
    [133, 0.02, 'lean', 'population', 'undecided', 2570],
    [68, 0.02, 'lean', 'population', 'hopeless', 2570],
    [133, 0.02, 'block', 'population', 'undecided', 2570],
    [132, 0.02, 'block', 'population', 'hopeless', 2570],
    [10, 0.02, 'warn', 'population', 'undecided', 2570],
    [10, 0.02, 'block', 'benchmark', 'certifies', 2570],
    [7306, 0.02, 'block', 'auto', 'certifies', 2570],
    [1000, 0, 'lean', 'population', 'hopeless', null],
    [1000, 0, 'warn', 'population', 'undecided', null],
  ] as const)('%i samples, %f, %s, %s: %s', (samples, margin, onInconclusive, target, outcome, needed) => {
    const found = feasibilityOf(drop(margin), rate(), all(samples), policy(onInconclusive, target));
    expect(found).toMatchObject({ outcome, needed });
  });

  test('a smaller alpha needs more samples', () => {
    // (z.01 + z.90)² = (2.3263 + 1.2816)² = 13.017
    expect(feasibilityOf(drop(0.02), rate(), all(500), policy('lean', 'population', 0.01)).needed).toBe(3906);
  });

  test('a relative limit is judged at the best baseline it could have', () => {
    const relative = gate({ rule: 'max_drop', limit: { kind: 'relative', value: 0.02 } });
    expect(feasibilityOf(relative, rate(), all(64), policy()).outcome).toBe('hopeless');
  });
});

test('a part of a benchmark is never judged as the whole of it by itself', () => {
  const of = policy('block', 'auto', 0.3);
  const part = { evaluated: 3000, isWhole: false };
  // At alpha 0.3 the interval is narrow long before 90 % of unchanged models can be certified.
  expect(feasibilityOf(drop(0.0105), rate(), all(3000), of).outcome).toBe('certifies');
  expect(feasibilityOf(drop(0.0105), rate(), part, of).outcome).toBe('undecided');
});

describe('a ceiling needs ln α / ln(1 − c) samples without one event', () => {
  test.each([
    [0.01, 299, 'block', 'certifies', 299],
    [0.01, 298, 'block', 'hopeless', 299],
    [0.005, 598, 'block', 'certifies', 598],
    [0.001, 2995, 'block', 'certifies', 2995],
    // .99ⁿ < .25 from n = 138 on.
    [0.01, 138, 'lean', 'leans', 299],
    [0.01, 137, 'lean', 'hopeless', 299],
    [0.01, 10, 'warn', 'undecided', 299],
    [0, 100_000, 'lean', 'hopeless', null],
  ] as const)('%f with %i samples, %s: %s', (limit, samples, onInconclusive, outcome, needed) => {
    const found = feasibilityOf(
      ceiling(limit),
      rate('lower_is_better'),
      all(samples),
      policy(onInconclusive),
    );
    expect(found).toMatchObject({ outcome, needed });
  });

  test('of a scorer that misses some it takes more, in sequence or not', () => {
    const of = (rate: number) => ({ least: { rate, of: 1000 }, most: { rate, of: 1000 } });
    const errors = { sensitivity: of(0.5), specificity: of(1) };
    const measured = { ...rate('lower_is_better'), errors };
    const found = (samples: number, evaluation: 'full' | 'sequential' = 'full') =>
      feasibilityOf(ceiling(0.01), measured, all(samples), policy('block', 'benchmark'), evaluation);
    const { outcome, needed } = found(299);
    expect([outcome, found(299, 'sequential').outcome]).toEqual(['hopeless', 'hopeless']);
    expect(needed).toBeGreaterThan(598);
    expect(needed).toBeLessThan(650);
    expect(found(needed ?? 0)).toMatchObject({ outcome: 'certifies', expectedShare: null });
    expect(found((needed ?? 0) - 1).outcome).toBe('hopeless');
    const guess = { ...measured, errors: { ...errors, specificity: of(0.5) } };
    expect(feasibilityOf(ceiling(0.01), guess, all(1000), policy())).toMatchObject({ needed: null });
    expect(feasibilityOf(floor(0.9), measured, all(1000), policy()).outcome).toBe('unknown');
  });

  test('a floor is the ceiling of its failures', () => {
    expect(feasibilityOf(floor(0.99), rate(), all(299), policy('block')).outcome).toBe('certifies');
    expect(feasibilityOf(floor(0.99), rate(), all(298), policy('block')).outcome).toBe('hopeless');
  });
});

test('a gain is never hopeless, for it may be large', () => {
  const gain = gate({ rule: 'min_gain', limit: { kind: 'absolute', value: 0.01 } });
  expect(feasibilityOf(gain, rate(), all(20), policy('block')).outcome).toBe('undecided');
  expect(feasibilityOf(gain, rate(), all(10_281), policy('block')).outcome).toBe('certifies');
});

test.each([
  [2000, 0.01],
  [400, 0.05],
  [400, 0.01],
  // More answers turn right than those of models that do not change are taken to flip.
  [60, 0.01],
  [26, 0.01],
])('of %i samples and a gain of %f it says what is proven in nine of ten runs', (samples, value) => {
  const limit = { kind: 'absolute', value } as const;
  const { says } = feasibilityOf(gate({ rule: 'min_gain', limit }), rate(), all(samples), policy('block'));
  const [, points] =
    /samples can prove it of candidates that gain about ([\d.]+)pp or more$/.exec(says) ?? [];
  const asked = ruleOf({ rule: 'min_gain' }).hypothesis(limit, rate(), {
    value: 0.5,
    stderr: null,
    n: samples,
  });
  if ('refusal' in asked) return expect.fail(asked.refusal);
  const proven = (gain: number) =>
    fateOfPairs(asked, samples, gaining(gain, ASSUMED_DISCORDANCE), policy('block'), true).proven;
  expect(proven(Number(points) / 100)).toBeGreaterThan(0.9);
  expect(proven(0.7 * (Number(points) / 100))).toBeLessThan(0.9);
});

test('what has no known spread is unknown, and said', () => {
  const found = feasibilityOf(drop(0.02), PERPLEXITY, all(50), policy());
  expect(found).toMatchObject({ outcome: 'unknown', certifiable: null, needed: null });
  expect(found.says).toContain('known only after a run');
});

test('what cannot be looked at as it comes takes all samples', () => {
  const says = (one: Gate, metric: MetricDeclaration, evaluation: 'full' | 'sequential') =>
    feasibilityOf(one, metric, all(500), policy(), evaluation).says;
  const groups = gate({ rule: 'no_regression_by_group', limit: { kind: 'absolute', value: 0 } });
  expect(says(groups, rate(), 'sequential')).toContain('; it takes all of them');
  expect(says(drop(0.05), PERPLEXITY, 'sequential')).toContain('; it takes all of them');
  expect(says(groups, rate(), 'full') + says(drop(0.05), rate(), 'sequential')).not.toContain(
    'takes all of them',
  );
});

test('no samples are hopeless whatever the policy', () => {
  for (const metric of [rate(), PERPLEXITY]) {
    for (const onInconclusive of ['lean', 'block', 'warn'] as const) {
      expect(feasibilityOf(drop(0.02), metric, all(0), policy(onInconclusive, 'benchmark')).outcome).toBe(
        'hopeless',
      );
    }
  }
});

test('more samples and wider limits never make a gate less feasible', () => {
  const order = ['hopeless', 'leans', 'undecided', 'certifies'];
  const rank = (make: (limit: number) => Gate, limit: number, samples: number, of: Policy) =>
    order.indexOf(feasibilityOf(make(limit), rate('lower_is_better'), all(samples), of).outcome);
  const size = fc.integer({ min: 1, max: 20_000 });
  const limits = fc.integer({ min: 1, max: 900 }).map((steps) => steps / 1000);
  fc.assert(
    fc.property(
      fc.constantFrom(drop, ceiling),
      fc.constantFrom<OnInconclusive>('lean', 'block', 'warn'),
      fc.constantFrom<Policy['target']['value']>('auto', 'population', 'benchmark'),
      ...([size, size, limits, limits] as const),
      (make, onInconclusive, target, a, b, c, d) => {
        const of = policy(onInconclusive, target);
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        const [tight, wide] = [Math.min(c, d), Math.max(c, d)];
        expect(rank(make, tight, many, of)).toBeGreaterThanOrEqual(rank(make, tight, few, of));
        expect(rank(make, wide, few, of)).toBeGreaterThanOrEqual(rank(make, tight, few, of));
      },
    ),
  );
});

describe('evaluated as far as the verdict takes', () => {
  const sequential = (limit: number, samples: number, target: Policy['target']['value'] = 'population') =>
    feasibilityOf(drop(limit), rate(), all(samples), policy('block', target), 'sequential');

  test.each([
    // docs/explanation/calibration.md, at 10 and 15 % flips: 64 and 73 % of 2,000 samples, 21 and 26 % of 14,042.
    { limit: 0.02, samples: 2000, target: 'population', low: 0.64, high: 0.73 },
    { limit: 0.02, samples: 14042, target: 'population', low: 0.21, high: 0.26 },
    { limit: 0.03, samples: 2000, target: 'population', low: 0.43, high: 0.53 },
    { limit: 0.02, samples: 2000, target: 'benchmark', low: 0.41, high: 0.47 },
    { limit: 0.02, samples: 14042, target: 'auto', low: 0.1, high: 0.14 },
  ] as const)(
    '$samples samples, $limit, $target: an unchanged model needs $low to $high',
    ({ limit, samples, target, low, high }) => {
      const { expectedShare, says } = sequential(limit, samples, target);
      expect(expectedShare).toBeGreaterThan(low - 0.01);
      expect(expectedShare).toBeLessThan(high + 0.01);
      expect(says).toContain(
        `an unchanged candidate is expected to take ${((expectedShare ?? 0) * 100).toFixed(0)} % of them, at worst all`,
      );
    },
  );

  test('looks have a price: more samples and a wider limit than a single test', () => {
    const full = feasibilityOf(drop(0.02), rate(), all(2600), policy('block'));
    const looked = sequential(0.02, 2600);
    expect(full).toMatchObject({ outcome: 'certifies', needed: 2570, expectedShare: null });
    expect(looked.outcome).toBe('undecided');
    expect((looked.needed ?? 0) / 2570).toBeCloseTo(1.105, 2);
    expect((looked.certifiable ?? 0) / (full.certifiable ?? 0)).toBeCloseTo(1.051, 2);
    expect(sequential(0.02, looked.needed ?? 0).outcome).toBe('certifies');
  });

  test.each([
    // z of the last of ten looks is 1.918, and of the last of five, from 60 samples on, 1.899: z² (1 − m) / m samples.
    { limit: 0.02, samples: 176, outcome: 'hopeless' },
    { limit: 0.02, samples: 180, outcome: 'undecided' },
  ])('$samples identical answers against $limit: $outcome', ({ limit, samples, outcome }) => {
    expect(sequential(limit, samples).outcome).toBe(outcome);
  });

  test.each([
    { limit: 0.01, samples: 1000, share: 0.365 },
    { limit: 0.01, samples: 300, share: null },
  ])('a ceiling of $limit with $samples clean samples: $share', ({ limit, samples, share }) => {
    const found = feasibilityOf(
      ceiling(limit),
      rate('lower_is_better'),
      all(samples),
      policy('block'),
      'sequential',
    );
    expect(found).toMatchObject({ outcome: 'certifies', expectedShare: share });
  });

  test('the first samples of a benchmark cannot speak of it, so that all are needed', () => {
    const part = { evaluated: 3000, isWhole: false };
    const found = feasibilityOf(drop(0.03), rate(), part, policy('block', 'benchmark'), 'sequential');
    expect(found.expectedShare).toBe(1);
  });
});

test('a gate that can never be proven but leans is a warning', () => {
  const found = feasibilityOf(drop(0.02), rate(), all(100), policy());
  expect(found.outcome).toBe('leans');
  expect(found.says).toContain('no result is a proven pass');
  expect(hopelessGate(drop(0.02), found)).toBeUndefined();
});

test('a hopeless gate is an error at its line unless it is advisory', () => {
  const found = feasibilityOf(drop(0.02), rate(), all(64), policy());
  expect(hopelessGate(drop(0.02), found)?.describe()).toBe(
    'w.yml:9: t/m:max_drop: 64 samples can prove 13pp, 2pp needs 2,570 samples; even a candidate without any fault would be blocked\n  fix: use a larger dataset, raise the limit, or make the gate advisory',
  );
  const advisory = gate({ rule: 'max_drop', limit: { kind: 'absolute', value: 0.02 } }, 'advisory');
  expect(hopelessGate(advisory, found)).toBeUndefined();
});

describe('what becomes of candidates', () => {
  const says = (forecasts: Forecasts, onInconclusive: OnInconclusive = 'lean') =>
    withForecasts(feasibilityOf(drop(0.02), rate(), all(500), policy()), forecasts, policy(onInconclusive))
      .says;
  const fate = { proven: 0.361, unproven: 0.371, blocked: 0.268 };

  test.each<[OnInconclusive, Forecasts, string]>([
    [
      'lean',
      [{ of: 'unchanged candidates', fate }],
      'of unchanged candidates 36 % are proven, 37 % lean to pass unproven and 27 % are blocked',
    ],
    [
      'warn',
      [{ of: 'those', fate: { proven: 0.36, unproven: 0.637, blocked: 0.003 } }],
      'of those 36 % are proven, 64 % merge unproven and under 1 % are blocked',
    ],
    [
      'block',
      [{ of: 'those', fate: { proven: 0.36, unproven: 0, blocked: 0.64 }, passes: 'set off no alarm' }],
      'of those 36 % set off no alarm and 64 % are blocked',
    ],
    ['lean', { missing: 'results of it' }, 'is not known without results of it'],
  ])('is said, under %s', (onInconclusive, forecasts, expected) => {
    expect(says(forecasts, onInconclusive)).toMatch(new RegExp(`; .*${expected}$`));
  });

  test('is said of nothing that blocks every candidate', () => {
    const hopeless = feasibilityOf(drop(0.02), rate(), all(64), policy());
    expect(withForecasts(hopeless, [{ of: 'those', fate }], policy())).toBe(hopeless);
  });
});
