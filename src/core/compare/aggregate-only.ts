import type { DeltaEstimate, Estimate, MetricResult, Mismatch, SideValue } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import type { Aggregate, RunRecord, TaskRun } from '../domain/run.ts';
import { type Inference, lowerLimit, upperLimit } from '../stats/inference.ts';
import { errorOfRate } from '../stats/rate-error.ts';
import { unpairedDifference, type ValueWithError } from '../stats/unpaired.ts';
import { correctedEstimate } from './corrected.ts';
import { alone, estimateOf, shownDelta } from './estimate.ts';
import type { Imputation, ImputedEstimate } from './imputed-estimate.ts';
import { byCodeUnits, type Pairs } from './pair.ts';
import { type MetricScores, scoresOf } from './scores.ts';

/** Samples on which the runs say that their numbers rest, where they differ. */
export function countDifferences(
  baseline: RunRecord,
  candidate: RunRecord,
): Pick<Mismatch, 'baseline' | 'candidate'>[] {
  const own = [...(baseline.aggregates ?? []), ...(candidate.aggregates ?? [])];
  const countOf = ({ aggregates, planned }: RunRecord, { metric, filter }: Aggregate) => {
    if (aggregates === undefined) return [planned, planned] as const;
    const found = aggregates.find((each) => each.metric === metric && each.filter === filter);
    return found?.rounded?.n ?? (found?.n == null ? null : ([found.n, found.n] as const));
  };
  const differing = own.flatMap((aggregate) => {
    const [left, right] = [countOf(baseline, aggregate), countOf(candidate, aggregate)];
    const show = ([fewest, most]: readonly [number, number]) =>
      `${fewest === most ? fewest : `${fewest} to ${most}`} samples behind ${aggregate.metric}`;
    return left === null || right === null || (left[0] <= right[1] && right[0] <= left[1])
      ? []
      : [{ baseline: show(left), candidate: show(right) }];
  });
  return differing.slice(0, 1);
}

/** A side's value; null where it, or the number of samples behind it, is not known. */
export function aggregateEstimate(
  { declaration, aggregates }: MetricScores,
  side: 'baseline' | 'candidate',
): Estimate | null {
  const aggregate = aggregates?.[side] ?? null;
  if (aggregate === null || aggregate.n === null) return null;
  return { value: aggregate.value, stderr: errorOfAggregate(aggregate, declaration), n: aggregate.n };
}

const isRate = ({ kind, unit, range }: MetricDeclaration): boolean =>
  kind === 'mean' && unit === 'rate' && range.min === 0 && range.max === 1;

/** Standard error as given; for a rate without one, that of a binomial; null where neither is known. */
export function errorOfAggregate({ value, stderr, n }: Aggregate, metric: MetricDeclaration): number | null {
  if (stderr !== null && stderr > 0) return stderr;
  return n === null || !isRate(metric) || value < 0 || value > 1 ? null : errorOfRate(value, n);
}

/**
 * What two sums of other programs say, samples unknown: z with SE = √(se_b² + se_c²). On the same questions the two sides are
 * correlated, so that this errs on the safe side, and takes several times as many samples as pairs would. Null without errors.
 */
export function imputeAggregates(
  metric: MetricScores,
  estimand: 'delta' | 'candidate',
): ImputedEstimate | null {
  const candidate = onJudgedScale(aggregateEstimate(metric, 'candidate'), metric.declaration);
  if (candidate === null) return null;
  const { n } = candidate;
  const whole = (value: number, inference: Inference): ImputedEstimate => {
    const imputation = { value, inference };
    return { method: 'unpaired z', value, n, lowest: imputation, highest: imputation, sparse: false };
  };
  if (estimand === 'candidate') {
    const events = Math.round(candidate.value * n);
    const rounding = metric.aggregates?.candidate?.rounded?.value;
    const isCount = rounding !== undefined || Math.abs(candidate.value * n - events) < 1e-6 * n;
    const count = (own: number): Imputation => ({
      value: own / n,
      inference: { kind: 'binomial', events: Math.min(n, Math.max(0, own)), n },
    });
    const counted = {
      lowest: count(rounding === undefined ? events : Math.floor(n * (candidate.value - rounding))),
      highest: count(rounding === undefined ? events : Math.ceil(n * (candidate.value + rounding))),
    };
    const observed = whole(candidate.value, { kind: 'normal', estimate: candidate });
    const isCounted = isRate(metric.declaration) && isCount;
    return correctedEstimate(
      isCounted ? { ...observed, method: 'clopper-pearson', ...counted } : observed,
      metric.declaration,
    );
  }
  const baseline = onJudgedScale(aggregateEstimate(metric, 'baseline'), metric.declaration);
  if (baseline === null) return null;
  const difference = unpairedDifference(baseline, candidate);
  return whole(difference.value, { kind: 'normal', estimate: difference });
}

function onJudgedScale(
  estimate: Estimate | null,
  { scale }: MetricDeclaration,
): (ValueWithError & { readonly n: number }) | null {
  if (estimate === null || estimate.stderr === null) return null;
  const { value, stderr, n } = estimate;
  if (scale === 'linear') return { value, stderr, n };
  return value > 0 ? { value: Math.log(value), stderr: stderr / value, n } : null;
}

/** candidate − baseline with its interval; null where a side has no value. */
export function aggregateDelta(metric: MetricScores, alpha: number): DeltaEstimate | null {
  const [baseline, candidate] = [
    aggregateEstimate(metric, 'baseline'),
    aggregateEstimate(metric, 'candidate'),
  ];
  if (baseline === null || candidate === null) return null;
  const estimate = imputeAggregates(metric, 'delta');
  const inference = estimate?.lowest?.inference;
  const limit = (of: typeof lowerLimit) =>
    inference === undefined ? null : shownDelta(of(inference, alpha), baseline.value, metric.declaration);
  return {
    value: candidate.value - baseline.value,
    low: limit(lowerLimit),
    high: limit(upperLimit),
    level: 1 - 2 * alpha,
    method: estimate?.method ?? 'none',
  };
}

/** What a reader is shown of such a metric: values also where nobody said of how many samples, by which nothing is decided. */
export function aggregateResult(metric: MetricScores, name: string, alpha: number): MetricResult {
  const { unit, direction } = metric.declaration;
  const valueIn = (side: 'baseline' | 'candidate'): SideValue | null => {
    const own = metric.aggregates?.[side] ?? null;
    return own && { value: own.value, stderr: errorOfAggregate(own, metric.declaration), n: own.n };
  };
  const [baseline, candidate] = [valueIn('baseline'), valueIn('candidate')];
  const level = 1 - 2 * alpha;
  const change =
    baseline && candidate
      ? { value: candidate.value - baseline.value, low: null, high: null, level, method: 'none' }
      : null;
  return {
    ...{ metric: name, unit, direction, baseline, candidate },
    delta: aggregateDelta(metric, alpha) ?? change,
    evidence: 'weak',
    flips: null,
    groups: [],
  };
}

/** The metrics of a task of which at least one side has no samples. A side that has them is summed up like the other. */
export function aggregatedMetrics(
  baseline: TaskRun | null,
  candidate: TaskRun | null,
  pairs: Pairs,
  { metrics }: RunRecord,
): MetricScores[] {
  const sides = [baseline, candidate];
  return metrics.flatMap((declaration) => {
    const filters = new Set(
      sides.flatMap((run) => [
        ...(run?.record.aggregates ?? []).flatMap(({ metric, filter }) =>
          metric === declaration.name ? [filter ?? null] : [],
        ),
        ...Array.from(run?.samples ?? []).flatMap(({ filter, scores }) =>
          Object.hasOwn(scores, declaration.name) ? [filter ?? null] : [],
        ),
      ]),
    );
    return [...filters]
      .sort((a, b) => byCodeUnits(a ?? '', b ?? ''))
      .map(
        (filter): MetricScores => ({
          ...{ declaration, filter, scores: [] },
          aggregates: {
            baseline: aggregateOf(baseline, 'baseline', pairs, declaration, filter),
            candidate: aggregateOf(candidate, 'candidate', pairs, declaration, filter),
          },
          unpaired: { baseline: 0, candidate: 0 },
          unscored: { baseline: 0, candidate: 0 },
          whyUnscored: { baseline: null, candidate: null },
        }),
      );
  });
}

/** Null for a side that has samples and not all of them scored: nobody said what the rest would have come to. */
function aggregateOf(
  run: TaskRun | null,
  side: 'baseline' | 'candidate',
  pairs: Pairs,
  declaration: MetricDeclaration,
  filter: string | null,
): Aggregate | null {
  if (run === null) return null;
  const { aggregates, planned } = run.record;
  if (aggregates !== undefined) {
    return (
      aggregates.find((each) => each.metric === declaration.name && (each.filter ?? null) === filter) ?? null
    );
  }
  const own = estimateOf(scoresOf(pairs, declaration, filter, planned), alone(side));
  const named = { metric: declaration.name, ...(filter === null ? {} : { filter }) };
  return own === null || own.n < planned ? null : { ...named, ...own };
}
