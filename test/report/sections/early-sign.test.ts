import { describe, expect, test } from 'vitest';
import type {
  DeltaEstimate,
  GateResult,
  MetricResult,
  VerdictFile,
} from '../../../src/core/domain/decision.ts';
import { earlySignSection } from '../../../src/report/sections/early-sign.ts';

const delta = (value: number, half: number, method = 't'): DeltaEstimate => ({
  ...{ value, low: value - half, high: value + half, level: 0.9, method },
});
const metric = (
  name: string,
  change: DeltaEstimate | null,
  more: Partial<MetricResult> = {},
): MetricResult => ({
  ...{ metric: name, unit: 'rate', direction: 'higher_is_better', baseline: null, candidate: null },
  ...{ delta: change, flips: null, groups: [] },
  ...more,
});
const gate = (verdict: GateResult['verdict'], name = 'acc') =>
  ({ id: `facts/${name}:max_drop`, task: 'facts', metric: name, rule: 'max_drop', verdict }) as GateResult;
const said = (gates: readonly GateResult[], metrics: readonly MetricResult[]) =>
  JSON.stringify(
    earlySignSection({ gates, tasks: [{ task: 'facts', metrics }] } as unknown as VerdictFile).blocks,
  );

describe('an early sign', () => {
  const fell = metric('prob_correct', delta(-0.02, 0.01));

  test.each([
    ['pass', 'passes'],
    ['inconclusive', 'is undecided'],
  ] as const)('stands beside an accuracy whose gate is %s', (verdict, words) => {
    const text = said([gate(verdict)], [fell]);
    expect(text).toContain(words);
    expect(text).toContain('facts/prob_correct');
    expect(text).toContain('−2.0 pp');
  });

  test('counts what is better when lower', () => {
    const rose = metric('nll', delta(0.2, 0.1), { unit: 'number', direction: 'lower_is_better' });
    expect(said([gate('pass')], [metric('prob_correct', delta(-0.01, 0.02)), rose])).toContain('facts/nll');
  });

  test.each<[string, GateResult[], MetricResult[]]>([
    ['the loss is not proven', [gate('pass')], [metric('prob_correct', delta(-0.02, 0.03))]],
    ['it gained', [gate('pass')], [metric('prob_correct', delta(0.02, 0.01))]],
    ['accuracy has regressed', [gate('regression')], [fell]],
    ['accuracy is not gated', [gate('pass', 'acc_norm')], [fell]],
    ['it has a gate of its own', [gate('pass'), gate('regression', 'prob_correct')], [fell]],
    [
      'the evaluation was stopped',
      [gate('pass')],
      [metric('prob_correct', delta(-0.02, 0.01, 't, descriptive'))],
    ],
    ['there is no interval', [gate('pass')], [metric('prob_correct', null)]],
  ])('is silent where %s', (_, gates, metrics) => {
    expect(said(gates, metrics)).toBe('[]');
  });
});
