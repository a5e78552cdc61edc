import type { Estimate } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { type MeasuredStatistic, measuredBy } from '../metrics/usage.ts';
import { addedErrors, batchesOf, driftingMean } from '../stats/batches.ts';
import type { Inference } from '../stats/inference.ts';
import type { Weighted } from '../stats/isotonic.ts';
import { weightedQuantile } from '../stats/quantile.ts';
import { effectiveCount, quantileLimits } from '../stats/quantile-limits.ts';
import { type Part, ratioOfSums } from '../stats/ratio.ts';
import { type LinearEstimate, studentMean } from '../stats/student.ts';
import type { RelativeLimit } from './estimand.ts';
import type { ImputedEstimate } from './imputed-estimate.ts';
import { byCodeUnits } from './pair.ts';
import type { PairedScore, PairedScores } from './score-table.ts';
import type { MetricScores } from './scores.ts';

/**
 * What clocks measured. Whatever a machine does besides makes answers slower that were given one after the other, so that samples
 * are not independent in the order in which they were asked: batches of neighbours are (core/stats/batches.ts).
 */

/** Below nothing is inferred: tails are heavy, and batches few. */
export const FEWEST_MEASURED = 100;

/** One side's part of a sample, and when it was asked: the turn is the third of its parts. */
interface Measurement {
  readonly part: Part;
  readonly turn: number;
}

const measurementOf = (part: Part): Measurement => ({ part, turn: part.parts?.[0] ?? 0 });

/** A statistic of one side, as a function of which samples count. */
type Leaving = (left: ReadonlySet<number>) => number;

function statisticOf(parts: readonly Part[], how: MeasuredStatistic): Leaving {
  if (how === 'ratio') {
    const all = totalOf(parts);
    return (left) => {
      const own = totalOf([...left].flatMap((index) => parts[index] ?? []));
      return ratioOfSums([
        {
          numerator: all.numerator - own.numerator,
          denominator: all.denominator - own.denominator,
        },
      ]);
    };
  }
  const sorted: (Weighted & { readonly index: number })[] = parts
    .map((part, index) => ({ value: ratioOfSums([part]), weight: part.denominator, index }))
    .sort((a, b) => a.value - b.value || a.index - b.index);
  return (left) =>
    weightedQuantile(left.size === 0 ? sorted : sorted.filter(({ index }) => !left.has(index)), how);
}

function totalOf(parts: readonly Part[]): Part {
  let [numerator, denominator] = [0, 0];
  for (const part of parts) {
    numerator += part.numerator;
    denominator += part.denominator;
  }
  return { numerator, denominator };
}

/** Value and standard error of one side; null without a value. */
export function estimateMeasured(
  scores: PairedScores,
  declaration: MetricDeclaration,
  read: (score: PairedScore) => Part | null,
): Estimate | null {
  const found = scores.flatMap((score) => {
    const part = read(score);
    return part === null ? [] : [{ ...measurementOf(part), cluster: score.cluster }];
  });
  const how = measuredBy(declaration);
  if (how === null || found.length === 0) return null;
  const statistic = statisticOf(
    found.map(({ part }) => part),
    how,
  );
  const value = statistic(new Set());
  if (!Number.isFinite(value)) return null;
  const { stderr } = errorOf(value, statistic, [found.map(({ turn }) => turn)], found.map(clusterOf));
  return { value, stderr: Number.isFinite(stderr) ? stderr : null, n: found.length };
}

const clusterOf = ({ cluster }: { readonly cluster: string | null }) => cluster;

/**
 * What clocks say of candidate − factor · baseline, or of the candidate alone: the delete-a-batch jackknife with Student's t. Where the
 * sides were asked in different orders, and where samples have clusters, the error of each is added.
 * @param relative the limit that it is tested against, where that is a share of the baseline
 */
export function imputeMeasured(
  { declaration, scores, partial }: MetricScores,
  isChange: boolean,
  relative?: RelativeLimit,
): ImputedEstimate | null {
  const how = measuredBy(declaration);
  // Judged at the end only: the first samples say nothing of what the machine did later.
  if (partial || how === null) return null;
  const found = scores.flatMap(({ baseline, candidate, cluster }) =>
    candidate === null || (isChange && baseline === null)
      ? []
      : [
          {
            own: measurementOf(candidate),
            other: baseline === null ? null : measurementOf(baseline),
            cluster,
          },
        ],
  );
  const own = statisticOf(
    found.map((each) => each.own.part),
    how,
  );
  const other = isChange
    ? statisticOf(
        found.map((each) => each.other?.part ?? each.own.part),
        how,
      )
    : () => 0;
  const factor = relative?.factor ?? 1;
  const moved = relative === undefined ? 0 : (relative.factor - 1) * relative.baseline;
  const none: ReadonlySet<number> = new Set();
  const value = own(none) - other(none);
  if (found.length < 4 || !Number.isFinite(value)) return null;
  const statistic: Leaving = (left) => own(left) - factor * other(left) + moved;
  const turns = [
    found.map((each) => each.own.turn),
    ...(isChange ? [found.map((each) => each.other?.turn ?? 0)] : []),
  ];
  const estimate = errorOf(statistic(none), statistic, turns, found.map(clusterOf));
  const isKnown = found.length >= FEWEST_MEASURED && estimate.stderr > 0;
  const isWhole = found.length === scores.length;
  const quantile = isChange || how === 'ratio' ? null : how;
  const ofOne = (q: NonNullable<typeof quantile>) =>
    quantileAlone(
      found.map((each) => each.own.part),
      q,
      (share, statistic) => errorOf(share, statistic, turns, found.map(clusterOf)),
    );
  const known: Inference = quantile === null ? { kind: 'student', estimate } : ofOne(quantile);
  const inference: Inference = isKnown ? known : { kind: 'unknown' };
  const imputation = { value, inference };
  return {
    ...{
      method: quantile === null ? 'batched t' : 'order statistics',
      value,
      n: found.length,
      sparse: false,
    },
    ...{ lowest: isWhole ? imputation : null, highest: isWhole ? imputation : null },
    ...(estimate.stderr > 0 ? { stderr: estimate.stderr } : {}),
    ...(isKnown ? {} : { rangeless: true }),
  };
}

/**
 * What one side's times say of their quantile: of a tail no t-test holds, and the share of answers that take longer is a rate. What
 * neighbours have in common is seen in the share above the quantile that was observed, which is there whatever the limit is.
 */
function quantileAlone(
  parts: readonly Part[],
  q: Exclude<MeasuredStatistic, 'ratio'>,
  error: (share: number, statistic: Leaving) => LinearEstimate,
): Inference {
  const [first] = parts;
  // A time that is the mean of more answers than another is no draw of the same distribution.
  if (!parts.every(({ denominator }) => denominator === first?.denominator)) return { kind: 'unknown' };
  const times = parts.map((part) => ratioOfSums([part]));
  const sorted = [...times].sort((a, b) => a - b);
  const own = statisticOf(parts, q)(new Set());
  const above = times.map((time) => ({ numerator: Number(time >= own), denominator: 1 }));
  const share = statisticOf(above, 'ratio');
  const estimate = error(share(new Set()), share);
  return { kind: 'limits', limits: quantileLimits(sorted, q, effectiveCount(estimate, times.length)) };
}

/** @param turns for each side that counts, when each sample was asked */
function errorOf(
  value: number,
  statistic: Leaving,
  turns: readonly (readonly number[])[],
  clusters: readonly (string | null)[],
): LinearEstimate {
  const orders = turns.map(orderOf);
  const distinct = orders.filter(
    (order, index) =>
      orders.findIndex((other) => other.every((sample, place) => sample === order[place])) === index,
  );
  const byTime = distinct.map((order) => driftingMean(jackknife(value, statistic, inBatches(order))));
  const ofClusters = clusters.every((cluster) => cluster === null)
    ? []
    : [studentMean(jackknife(value, statistic, clusterBatches(clusters)))];
  const [first = { value, stderr: Number.NaN, df: Number.NaN }, ...more] = [...byTime, ...ofClusters];
  return { ...addedErrors([first, ...more]), value };
}

const orderOf = (turns: readonly number[]): number[] =>
  [...turns.keys()].sort((a, b) => (turns[a] ?? 0) - (turns[b] ?? 0));

const inBatches = (order: readonly number[]): number[][] =>
  batchesOf(order.length).map((batch) => batch.map((place) => order[place] ?? 0));

/** Whole clusters together, in an order that has nothing to do with time. */
function clusterBatches(clusters: readonly (string | null)[]): number[][] {
  const members = new Map<string, number[]>();
  for (const [index, cluster] of clusters.entries()) {
    const name = cluster === null ? `sample ${index}` : `cluster ${cluster}`;
    const own = members.get(name);
    if (own === undefined) members.set(name, [index]);
    else own.push(index);
  }
  const units = [...members].sort(([a], [b]) => byCodeUnits(a, b)).map(([, own]) => own);
  return batchesOf(units.length).map((batch) => batch.flatMap((unit) => units[unit] ?? []));
}

/** One number a batch whose mean is the value: θ̂ + (G − 1)(θ̄₍.₎ − θ₍ᵢ₎). */
function jackknife(value: number, statistic: Leaving, batches: readonly (readonly number[])[]): number[] {
  const left = batches.map((batch) => statistic(new Set(batch)));
  const centre = left.reduce((total, each) => total + each, 0) / left.length;
  return left.map((each) => value + (left.length - 1) * (centre - each));
}
