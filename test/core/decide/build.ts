import type { TaskComparison } from '../../../src/core/compare/compare.ts';
import { type Decision, decide } from '../../../src/core/decide/decide.ts';
import type { GateResult } from '../../../src/core/domain/decision.ts';
import type { Gate, GateRule, OnIdentical, OnInconclusive, Policy } from '../../../src/core/domain/gate.ts';

const source = { kind: 'default' } as const;

export function policy(
  values: {
    alpha?: number;
    onInconclusive?: OnInconclusive;
    target?: Policy['target']['value'];
    leanAlpha?: number;
    minCoverage?: number;
    identical?: OnIdentical;
  } = {},
): Policy {
  return {
    alpha: { value: values.alpha ?? 0.05, source },
    onInconclusive: { value: values.onInconclusive ?? 'lean', source },
    target: { value: values.target ?? 'population', source },
    leanAlpha: { value: values.leanAlpha ?? 0.25, source },
    minCoverage: { value: values.minCoverage ?? 0.99, source },
    ...(values.identical === undefined ? {} : { identical: { value: values.identical, source } }),
  };
}

export function gate(rule: GateRule, overrides: Partial<Omit<Gate, 'rule' | 'limit'>> = {}): Gate {
  return {
    ...rule,
    id: `facts/acc:${rule.rule}`,
    task: 'facts',
    metric: 'acc',
    tier: 'blocking',
    source,
    ...overrides,
  };
}

export const maxDrop = (value: number): GateRule => ({
  rule: 'max_drop',
  limit: { kind: 'absolute', value },
});
export const minGain = (value: number): GateRule => ({
  rule: 'min_gain',
  limit: { kind: 'absolute', value },
});
export const ceiling = (limit: number): GateRule => ({ rule: 'ceiling', limit });
export const floor = (limit: number): GateRule => ({ rule: 'floor', limit });

/** Decides one gate on one task. */
export function decideOne(
  comparison: TaskComparison,
  one: Gate | GateRule,
  values: Parameters<typeof policy>[0] = {},
): { decision: Decision; result: GateResult } {
  const decision = decide({
    comparisons: [comparison],
    gates: [
      'id' in one
        ? one
        : gate(one, { task: comparison.task, metric: comparison.metrics[0]?.declaration.name ?? 'acc' }),
    ],
    policy: policy(values),
  });
  const [result] = decision.gates;
  if (result === undefined) throw new Error('the gate was lost');
  return { decision, result };
}
