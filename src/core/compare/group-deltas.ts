import type { MetricResult } from '../domain/decision.ts';
import { worseSign } from '../domain/metric.ts';
import { testAgainst } from '../stats/inference.ts';
import { mcnemar } from '../stats/mcnemar.ts';
import { holm } from '../stats/multiplicity.ts';
import { estimateOf, paired } from './estimate.ts';
import { imputeDelta } from './impute.ts';
import { byCodeUnits } from './pair.ts';
import { ScoreTable } from './score-table.ts';
import type { MetricScores } from './scores.ts';

type GroupDeltas = MetricResult['groups'];

/**
 * Delta by group, worst first, with those that are proven to have got worse: of many groups some fall by chance (Holm 1979, two-sided as the
 * picture of all groups is, so that both say the same).
 * @param alpha null where nothing can be proven, since the evaluation stopped for what it saw
 */
export function groupDeltas(metric: MetricScores, alpha: number | null): GroupDeltas {
  const sign = worseSign(metric.declaration);
  const groups = [...ScoreTable.from(metric.scores).split(({ group }) => group ?? undefined)];
  const found = groups.flatMap(([group, scores]) => {
    const own = { ...metric, scores };
    const baseline = estimateOf(own, paired('baseline'));
    const candidate = estimateOf(own, paired('candidate'));
    if (baseline === null || candidate === null) return [];
    const delta = candidate.value - baseline.value;
    const p = alpha === null || sign * delta <= 0 ? 1 : pWorse(own, sign);
    return [{ group, pairs: baseline.n, delta, p }];
  });
  const adjusted = holm(found.map(({ p }) => p));
  return found
    .map(({ p: _, ...each }, index) =>
      alpha !== null && (adjusted[index] ?? 1) < alpha ? { ...each, proven: true as const } : each,
    )
    .sort((a, b) => sign * (b.delta - a.delta) || byCodeUnits(a.group, b.group));
}

/** Missing scores count as good as can be; where answers are right or wrong it is the exact test of those that changed. */
function pWorse(metric: MetricScores, sign: 1 | -1): number {
  // A statistic of all samples is resampled, which is too dear for every group of it.
  const estimate = metric.declaration.kind === 'corpus' ? null : imputeDelta(metric);
  const best = sign === 1 ? estimate?.lowest : estimate?.highest;
  if (best === null || best === undefined) return 1;
  const { inference } = best;
  if (inference.kind === 'tango') {
    const { rose, fell } = inference.counts;
    return mcnemar(rose, fell).exactTwoSided;
  }
  const { pLess, pGreater } = testAgainst(inference, 0);
  return Math.min(1, 2 * (sign === 1 ? pGreater : pLess));
}
