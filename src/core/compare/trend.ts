import type { History, RecordedMetric, RecordedRun, RecordedValue } from '../domain/history.ts';
import { type Direction, type MetricUnit, worseSign } from '../domain/metric.ts';
import { type ChangePoint, findChangePoint } from '../stats/change-point.ts';
import { errorOfRate } from '../stats/rate-error.ts';
import { normalQuantile } from '../stats/special/normal.ts';

/** A metric of a task over the rounds in which it was measured. */
export interface Trend {
  readonly task: string;
  readonly metric: string;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
  /** From the first round on that asked what the newest does, the candidate's value then and now; without ends where one of them has no standard error. */
  readonly sinceFirst: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
  /** Where it began to be another among those rounds, worse or better; null where nothing is proven of it. */
  readonly change: (ChangePoint & { readonly run: RecordedRun; readonly isWorse: boolean }) | null;
  /** How many rounds at the end asked the same, as far as anybody knows. */
  readonly alike: number;
  /** Of those rounds, how many could not be looked at for it, since nobody knows how far their values may be off. */
  readonly leftOut: number;
}

export interface TrendPoint {
  readonly run: RecordedRun;
  /** The candidate's. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly stderr: number | null;
  /** Whether the baseline is another checkpoint than in the round before. */
  readonly isNewBaseline: boolean;
}

/** Of each change point, over all metrics of a history together. */
const ALPHA = 0.05;

/**
 * Every metric of a history, tasks and metrics in the order in which they first appear. A change counts where its p-value is below
 * 0.05 divided by the number of metrics that are looked at (Bonferroni). The cumulative change is between two rounds whose errors are
 * taken for independent: of the same samples it is less uncertain than is said.
 */
export function trendsOf({ runs }: Pick<History, 'runs'>): readonly Trend[] {
  const series = new Map<string, { readonly task: string; readonly metrics: Measured[] }>();
  for (const run of runs) {
    for (const { task, metrics, dataset } of run.tasks) {
      for (const metric of metrics) {
        if (metric.candidate === null) continue;
        const key = JSON.stringify([task, metric.metric]);
        const known = series.get(key) ?? { task, metrics: [] };
        known.metrics.push([run, metric, dataset]);
        series.set(key, known);
      }
    }
  }
  return [...series.values()].flatMap(({ task, metrics }) => {
    const last = metrics.at(-1)?.[1];
    return last === undefined ? [] : [trendOf(task, last, metrics, series.size)];
  });
}

/** A metric in one round, with the digest of what was asked, where it is known. */
type Measured = readonly [run: RecordedRun, metric: RecordedMetric, dataset: string | null];

/** Of the first of the rounds at the end that asked the same, as far as anybody knows. */
function firstAlike(rounds: readonly Measured[]): number {
  const newest = rounds.findLast(([, , dataset]) => dataset !== null)?.[2];
  return 1 + rounds.findLastIndex(([, , dataset]) => dataset !== null && dataset !== newest);
}

function trendOf(
  task: string,
  { metric, unit, direction }: RecordedMetric,
  rounds: readonly Measured[],
  family: number,
): Trend {
  const z = normalQuantile(0.95);
  let baseline: string | undefined;
  const points = rounds.flatMap(([run, { candidate }]): TrendPoint[] => {
    if (candidate === null) return [];
    const { value } = candidate;
    const stderr = errorOf(candidate, unit);
    const [low, high] = stderr === null ? [null, null] : [value - z * stderr, value + z * stderr];
    const digest = run.baseline?.digest;
    const isNewBaseline = baseline !== undefined && digest !== undefined && digest !== baseline;
    baseline = digest ?? baseline;
    return [{ run, value, low, high, stderr, isNewBaseline }];
  });
  const alike = points.slice(firstAlike(rounds));
  const [first, last] = [alike[0], alike.at(-1)];
  const known = alike.flatMap(({ run, value, stderr }) => (stderr === null ? [] : [{ run, value, stderr }]));
  const found = findChangePoint(known);
  const run = found === null ? undefined : known[found.index]?.run;
  return {
    ...{ task, metric, unit, direction, points },
    sinceFirst:
      first === undefined || last === undefined || alike.length < 2 ? null : between(first, last, z),
    change:
      found === null || run === undefined || found.p * family >= ALPHA
        ? null
        : { ...found, run, isWorse: worseSign({ direction }) * found.size > 0 },
    alike: alike.length,
    leftOut: alike.length - known.length,
  };
}

/** Samples that are all alike show no spread: of a rate that is the error of its count, of anything else it is not known. */
function errorOf({ value, stderr, n }: RecordedValue, unit: MetricUnit): number | null {
  if (stderr !== null && stderr > 0) return stderr;
  const isRate = unit === 'rate' && n !== null && n > 0 && value >= 0 && value <= 1;
  return stderr === 0 && isRate ? errorOfRate(value, n) : null;
}

function between(first: TrendPoint, last: TrendPoint, z: number): Trend['sinceFirst'] {
  const value = last.value - first.value;
  if (first.stderr === null || last.stderr === null) return { value, low: null, high: null };
  const reach = z * Math.hypot(first.stderr, last.stderr);
  return { value, low: value - reach, high: value + reach };
}

/** A sample that changes in round after round says more of itself than of the checkpoints. */
export interface RestlessSample {
  readonly task: string;
  readonly id: string;
  readonly worse: number;
  readonly better: number;
}

/** The samples that changed in most rounds, those first; once is no habit. */
export function restlessSamples({ runs }: Pick<History, 'runs'>, most: number): readonly RestlessSample[] {
  const counts = new Map<string, { task: string; id: string; worse: number; better: number }>();
  const count = (task: string, ids: readonly string[], way: 'worse' | 'better') => {
    for (const id of ids) {
      const key = JSON.stringify([task, id]);
      const known = counts.get(key) ?? { task, id, worse: 0, better: 0 };
      known[way] += 1;
      counts.set(key, known);
    }
  };
  for (const { tasks } of runs) {
    for (const { task, worse, better } of tasks) {
      count(task, worse, 'worse');
      count(task, better, 'better');
    }
  }
  return [...counts.values()]
    .filter(({ worse, better }) => worse + better > 1)
    .sort((a, b) => b.worse + b.better - (a.worse + a.better) || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}
