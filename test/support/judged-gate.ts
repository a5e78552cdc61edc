import { compareRuns } from '../../src/core/compare/compare.ts';
import { decide } from '../../src/core/decide/decide.ts';
import type { GateResult } from '../../src/core/domain/decision.ts';
import type { Policy, Source } from '../../src/core/domain/gate.ts';
import type { Side, TaskRun } from '../../src/core/domain/run.ts';
import { declareMetric } from '../../src/core/metrics/registry.ts';
import { plan, sample } from './stored-run.ts';

const source: Source = { kind: 'default' };

export interface Counts {
  readonly regressed: number;
  readonly improved: number;
  readonly pairs: number;
  /** Largest drop allowed; 0.02 when left out. */
  readonly margin?: number;
  readonly target?: 'auto' | 'population' | 'benchmark';
}

export const policyOf = (target: Counts['target'] = 'auto'): Policy => ({
  alpha: { value: 0.05, source },
  onInconclusive: { value: 'lean', source },
  target: { value: target, source },
  leanAlpha: { value: 0.25, source },
  minCoverage: { value: 0.99, source },
});

/** A `max_drop` on 0/1 scores with these flips, judged by the real decision. */
export function judgeCounts({ regressed, improved, pairs, margin = 0.02, target }: Counts): GateResult {
  const score = (side: Side, index: number) => {
    if (index < regressed) return side === 'baseline' ? 1 : 0;
    if (index < regressed + improved) return side === 'baseline' ? 0 : 1;
    return index % 2;
  };
  const run = (side: Side): TaskRun => ({
    record: {
      ...plan({ side, planned: pairs, metrics: [declareMetric('acc')] }),
      ...{ schema_version: 1, status: { state: 'complete' }, started: '', finished: '' },
    },
    samples: Array.from({ length: pairs }, (_, index) =>
      sample(index, { scores: { acc: score(side, index) } }),
    ),
  });
  const { gates } = decide({
    comparisons: compareRuns([run('baseline')], [run('candidate')], ['facts']),
    gates: [
      {
        ...{ id: 'facts/acc:max_drop', task: 'facts', metric: 'acc', tier: 'blocking', source },
        ...{ rule: 'max_drop', limit: { kind: 'absolute', value: margin } },
      },
    ],
    policy: policyOf(target),
  });
  const [gate] = gates;
  if (gate === undefined) throw new Error('one gate in, none out');
  return gate;
}
