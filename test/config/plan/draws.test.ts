import { expect, test } from 'vitest';
import { drawOf } from '../../../src/config/plan/draws.ts';
import type { Gate, GateRule, Policy } from '../../../src/core/domain/gate.ts';
import { ACC } from '../../core/compare/build.ts';
import { floor, gate, maxDrop, policy } from '../../core/decide/build.ts';

const netGain: GateRule = {
  ...{ rule: 'net_gain', limit: { kind: 'absolute', value: 0.001 } },
  losses: [{ task: 'mmlu', metric: 'acc', weight: 1 }],
};

function drawn(rules: readonly GateRule[], isWhole = true, target: Policy['target']['value'] = 'auto') {
  const gates = rules.map((rule): { gate: Gate; metric: typeof ACC } => ({ gate: gate(rule), metric: ACC }));
  return drawOf('facts', gates, { evaluated: 10_000, isWhole }, policy({ target }));
}

test('a bet on the benchmark asks the telling samples first, unless another gate needs a random part', () => {
  expect(drawn([maxDrop(0.02)])).toContain('asked first');
  expect(drawn([maxDrop(0.02), floor(0.5)])).toMatch(/uniformly, since facts\/acc:floor/);
  expect(drawn([maxDrop(0.02)], false)).toBeNull();
  expect(drawn([maxDrop(0.02)], true, 'population')).toBeNull();
});

test('a gate that needs all samples of its tasks neither bets nor stands in the way', () => {
  expect(drawn([maxDrop(0.02), netGain])).toContain('asked first');
  expect(drawn([netGain], true, 'benchmark')).toBeNull();
});
