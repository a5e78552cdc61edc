import type { BySide, DeltaEstimate, Estimate, JudgeAgreement } from '../domain/decision.ts';
import type { Grading } from '../domain/labels.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { effectiveSize } from '../stats/effective.ts';
import type { Interval } from '../stats/interval.ts';
import { cautiousKappaLower, cohenKappa, kappaInterval, quadraticWeights } from '../stats/kappa.ts';
import {
  type Counted,
  countedUnits,
  type LabelledValue,
  type PredictionPowered,
  predictionPowered,
  predictionPoweredInterval,
} from '../stats/prediction-powered.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import { studentInterval, studentMean } from '../stats/student.ts';
import { sum } from '../stats/sum.ts';
import { isMeanOfGroups } from './groups.ts';
import type { PairedScore } from './score-table.ts';
import type { MetricScores } from './scores.ts';

/** Below it nobody lets a judge block, however well the figures look. */
export const LEAST_KAPPA = 0.6;
/** With fewer the limits of a corrected change miss the truth more often than they say (prediction-powered.slow.test.ts). */
const LEAST_PAIRS = 50;

const SIDES = ['baseline', 'candidate'] as const;
const NOBODY: Grading = { baseline: new Map(), candidate: new Map() };

/** How far people agree with the judge in one criterion, which it graded by itself. */
export function agreementOn(
  { declaration, scores, pairOf, questionOf }: MetricScores,
  { min, max, step = 1 }: NonNullable<MetricDeclaration['judge']>,
  given: Grading | undefined,
  alpha: number,
): JudgeAgreement {
  // Of several answers the score is a mean, and people graded one of them.
  const grading = given === undefined || declaration.repeated === true ? NOBODY : given;
  const levels = Math.round((max - min) / step) + 1;
  const table = Array.from({ length: levels }, () => Array.from({ length: levels }, () => 0));
  const differences: BySide<number[]> = { baseline: [], candidate: [] };
  const graded = new Set<string>();
  for (const score of scores) {
    const pair = pairOf?.(score.key);
    const asked = questionOf?.(score.key) ?? score.key;
    for (const side of SIDES) {
      const [label, part] = [grading[side].get(score.key), score[side]];
      if (label === undefined || part === null) continue;
      const judged = part.numerator / part.denominator;
      const [row, column] = [table[(label - min) / step], (judged - min) / step];
      if (row?.[column] === undefined) continue;
      // An answer that both sides gave, or one side to a question that is asked again, was graded once, by people and by the judge.
      const answer = pair?.[side]?.output;
      const given = answer === undefined ? null : JSON.stringify([asked, answer]);
      if (given === null || !graded.has(given)) row[column] = (row[column] ?? 0) + 1;
      if (given !== null) graded.add(given);
      differences[side].push(judged - label);
    }
  }
  const n = sum(table.map(sum));
  const weights = quadraticWeights(levels);
  const agreement = n === 0 ? null : cohenKappa(table, weights);
  const low = n === 0 ? null : cautiousKappaLower(table, alpha, weights);
  return {
    metric: declaration.name,
    labels: { baseline: differences.baseline.length, candidate: differences.candidate.length },
    exact: n === 0 ? null : sum(table.map((row, level) => row[level] ?? 0)) / n,
    kappa: agreement?.kappa ?? null,
    low,
    high: agreement === null ? null : kappaInterval(agreement, alpha).high,
    level: 1 - 2 * alpha,
    needed:
      agreement === null || low === null || low >= LEAST_KAPPA ? null : labelsNeeded(agreement, n, alpha),
    bias: { baseline: meanOf(differences.baseline), candidate: meanOf(differences.candidate) },
  };
}

/**
 * Labels with which the lower limit of κ would be high enough, if κ and the spread of an answer stay what they are: the standard
 * error falls with 1/√n. Null where κ itself is too low.
 */
function labelsNeeded(
  { kappa, stderr }: { kappa: number; stderr: number },
  n: number,
  alpha: number,
): number | null {
  if (kappa <= LEAST_KAPPA) return null;
  const needed = n * ((normalQuantile(1 - alpha) * stderr) / (kappa - LEAST_KAPPA)) ** 2;
  return Math.max(n + 1, Math.ceil(needed));
}

function meanOf(values: readonly number[]): Estimate | null {
  if (values.length === 0) return null;
  const { value, stderr } = studentMean(values);
  return { value, stderr: values.length < 2 ? null : stderr, n: values.length };
}

/** The change as people would grade it, with what the judge makes of it on the same samples. */
export interface CorrectedChange {
  readonly estimate: PredictionPowered;
  readonly labels: number;
  /** The part of all that has no grade by the judge, and how far a change can reach. */
  readonly missing: { readonly share: number; readonly reach: number | null };
  /** Whether the judge is proven, with an error of `alpha` in all, to see another change than people in the same answers. */
  readonly isBiased: boolean;
}

/** Null where too few independent samples have grades by people on both sides. */
export function correctedChange(
  metric: MetricScores,
  grading: Grading,
  alpha: number,
): CorrectedChange | null {
  const { declaration, scores } = metric;
  // Of several answers people graded one; a metric of all samples at once is no mean of their grades.
  if (declaration.repeated === true || declaration.kind !== 'mean') return null;
  const labelled: (LabelledValue & Counted)[] = [];
  const others: (Counted & { readonly prediction: number })[] = [];
  let missing = 0;
  const share = sharesOf(metric);
  for (const score of scores) {
    const { key, baseline, candidate, cluster } = score;
    if (baseline === null || candidate === null) {
      missing += share(score);
      continue;
    }
    const prediction =
      candidate.numerator / candidate.denominator - baseline.numerator / baseline.denominator;
    const [before, after] = [grading.baseline.get(key), grading.candidate.get(key)];
    const counted = { weight: share(score), cluster };
    if (before === undefined || after === undefined) others.push({ ...counted, prediction });
    else labelled.push({ ...counted, label: after - before, prediction });
  }
  const units = countedUnits(labelled, ({ label, prediction }) => prediction - label);
  if (effectiveSize(units.sizes) < LEAST_PAIRS * (1 - 1e-9)) return null;
  const excess = predictionPowered(
    units.values.map((label) => ({ label, prediction: 0 })),
    [],
    null,
    {
      labelled: units.sizes.map((weight) => ({ weight, cluster: null })),
      unlabelled: [],
    },
  );
  const { low, high } = studentInterval(excess, alpha / 2);
  const reach = reachOf(declaration);
  const known = sum([...labelled, ...others].map(({ weight }) => weight));
  const estimate = predictionPowered(
    labelled,
    others.map(({ prediction }) => prediction),
    reach,
    { labelled, unlabelled: others },
  );
  return {
    estimate,
    labels: labelled.length,
    isBiased: low > 0 || high < 0,
    missing: { share: missing / (missing + known), reach },
  };
}

/** What a sample counts for: its weight, in a mean of groups that of its group. */
function sharesOf(metric: MetricScores): (score: PairedScore) => number {
  if (!isMeanOfGroups(metric)) return ({ weight }) => weight;
  const totals = new Map<string | null, number>();
  for (const { group, weight } of metric.scores) totals.set(group, (totals.get(group) ?? 0) + weight);
  return ({ group, weight }) => weight / (totals.get(group) ?? weight);
}

/** Missing grades on either side: as low, and as high, as they can make the change. */
export function correctedInterval(
  { estimate, missing: { share, reach } }: CorrectedChange,
  alpha: number,
): Interval {
  const { low, high } = predictionPoweredInterval(estimate, alpha);
  if (share === 0) return { low, high };
  const most = share * (reach ?? Infinity);
  return { low: (1 - share) * low - most, high: (1 - share) * high + most };
}

/** How far two grades can lie apart. */
function reachOf({ judge, range: { min, max } }: MetricDeclaration): number | null {
  if (judge !== undefined) return judge.max - judge.min;
  return min === null || max === null ? null : max - min;
}

export function shownCorrection(
  corrected: CorrectedChange,
  decides: boolean,
  alpha: number,
): DeltaEstimate & { readonly labels: number; readonly decides: boolean } {
  const { estimate, labels } = corrected;
  return {
    value: estimate.value,
    ...correctedInterval(corrected, alpha),
    level: 1 - 2 * alpha,
    method: 'prediction-powered',
    labels,
    decides,
  };
}
