import { compareTask, type TaskRun } from '../../src/compare/compare.ts';
import { decide } from '../../src/decide/decide.ts';
import type { Gate, Policy } from '../../src/domain/gate.ts';
import type { MetricDeclaration } from '../../src/domain/metric.ts';
import type { SampleRecord } from '../../src/domain/sample.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { mulberry32 } from '../../src/stats/random.ts';

/** Samples that share a passage: `icc` is the share of the variance that a cluster's samples have in common. */
export interface ClusteredExperiment {
  readonly clusters: number;
  readonly size: number;
  readonly icc: number;
}

const source = { kind: 'default' } as const;
const MARGIN = 0.02;
const POLICY: Policy = {
  alpha: { value: 0.05, source },
  onInconclusive: { value: 'block', source },
  target: { value: 'population', source },
  minCoverage: { value: 0.99, source },
};
const GATE: Gate = {
  rule: 'max_drop',
  limit: { kind: 'absolute', value: MARGIN },
  id: 'reading/score:max_drop',
  task: 'reading',
  metric: 'score',
  tier: 'blocking',
  source,
};
const SCORE: MetricDeclaration = {
  name: 'score',
  direction: 'higher_is_better',
  kind: 'mean',
  unit: 'number',
  range: { min: null, max: null },
  scale: 'linear',
  weak: false,
};

/**
 * Shares of runs passed and failed when the true drop is exactly the margin, by running whole comparisons and decisions on
 * drawn samples: all the way that real samples go.
 */
export function errorsAtMargin(
  { clusters, size, icc }: ClusteredExperiment,
  replicates: number,
  seed: number,
): Record<Verdict, number> {
  const random = mulberry32(seed);
  // Box & Muller 1958.
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const counts: Record<Verdict, number> = { pass: 0, inconclusive: 0, regression: 0, invalid: 0 };
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const deltas = Array.from({ length: clusters }, () => {
      const shared = Math.sqrt(icc) * normal();
      return Array.from({ length: size }, () => -MARGIN + 0.1 * (shared + Math.sqrt(1 - icc) * normal()));
    });
    const baseline = runOf(deltas, () => 0.5, 'baseline');
    const candidate = runOf(deltas, (delta) => 0.5 + delta, 'candidate');
    const { verdict } = decide({
      comparisons: [compareTask(baseline, candidate)],
      gates: [GATE],
      policy: POLICY,
    });
    counts[verdict] += 1 / replicates;
  }
  return counts;
}

function runOf(
  deltas: readonly number[][],
  score: (delta: number) => number,
  side: 'baseline' | 'candidate',
): TaskRun {
  const samples = deltas.flatMap((cluster, index) =>
    cluster.map(
      (delta, position): SampleRecord => ({
        id: `${index}.${position}`,
        index: 0,
        input_digest: '',
        target_digest: '',
        scores: { score: score(delta) },
        cluster: String(index),
      }),
    ),
  );
  return {
    samples,
    record: {
      schema_version: 1,
      side,
      task: 'reading',
      task_role: 'general',
      metrics: [SCORE],
      primary_metric: 'score',
      fingerprint: {},
      model: {
        source: '',
        digest: '',
        adapter_digest: null,
        architecture: null,
        parameter_count: null,
        quantization: null,
      },
      seed: 0,
      planned: samples.length,
      status: { state: 'complete' },
      started: '',
      finished: null,
    },
  };
}
