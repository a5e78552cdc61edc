import type { Estimate } from '../domain/decision.ts';
import { assertNever } from '../domain/errors.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import {
  type CorpusScore,
  isCorpus,
  isRatio,
  isUnscored,
  type RatioScore,
  type Score,
} from '../domain/sample.ts';
import { valueOfAll } from './corpus/aggregate.ts';
import { AGGREGATES, type CorpusAggregate } from './corpus/registry.ts';

/**
 * Value and standard error of a metric over one run's scores, samples taken as independent. Unscored samples take no
 * part: count them before trusting the value.
 *
 * @returns null where nothing was scored, where the ratio has no denominator, or where a `corpus` metric is undefined or
 * nobody says how it follows from its samples
 * @throws TypeError when a score is not of the metric's kind: the store's reader has refused such a file before
 */
export function estimate(
  scores: readonly Score[],
  metric: Pick<MetricDeclaration, 'name' | 'kind' | 'scale' | 'aggregate'>,
): Estimate | null {
  switch (metric.kind) {
    case 'mean':
      return estimateMean(numbers(scores, metric.name));
    case 'ratio':
      return onScale(metric.scale, estimateRatio(ratios(scores, metric.name)));
    case 'corpus':
      return metric.aggregate === undefined
        ? null
        : estimateCorpus(corpora(scores, metric.name), metric.aggregate);
    default:
      return assertNever(metric.kind);
  }
}

function numbers(scores: readonly Score[], name: string): number[] {
  return scored(scores).map((score) => {
    if (typeof score === 'number') return score;
    throw new TypeError(`${name} is a mean, but a score of it is not a number`);
  });
}

function ratios(scores: readonly Score[], name: string): RatioScore[] {
  return scored(scores).map((score) => {
    if (typeof score !== 'number' && isRatio(score)) return score;
    throw new TypeError(`${name} is a ratio, but a score of it is not`);
  });
}

function corpora(scores: readonly Score[], name: string): CorpusScore[] {
  return scored(scores).map((score) => {
    if (typeof score !== 'number' && isCorpus(score)) return score;
    throw new TypeError(`${name} is a corpus metric, but a score of it has no parts`);
  });
}

function scored(scores: readonly Score[]): (number | RatioScore | CorpusScore)[] {
  return scores.filter((score): score is number | RatioScore | CorpusScore => !isUnscored(score));
}

/** Without a standard error, which takes resampling. */
function estimateCorpus(scores: readonly CorpusScore[], aggregate: CorpusAggregate): Estimate | null {
  if (scores.length === 0) return null;
  const value = valueOfAll(
    AGGREGATES[aggregate],
    scores.map(({ parts }) => ({ parts, weight: 1 })),
  );
  return Number.isFinite(value) ? { value, stderr: null, n: scores.length } : null;
}

/** x̄ with s/√n, where s has n − 1 in its denominator. */
function estimateMean(values: readonly number[]): Estimate | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = sum(values) / n;
  if (n < 2) return { value: mean, stderr: null, n };
  const squares = sum(values.map((value) => (value - mean) ** 2));
  return { value: mean, stderr: Math.sqrt(squares / (n - 1) / n), n };
}

/**
 * R = Σu / Σv with the linearised standard error √(n/(n−1) · Σ(u − R·v)²) / Σv (Cochran, Sampling Techniques, 6.4,
 * without the finite-population factor). Assumes enough samples that Σv varies little.
 */
function estimateRatio(values: readonly RatioScore[]): Estimate | null {
  const n = values.length;
  const denominator = sum(values.map((value) => value.denominator));
  if (n === 0 || !(denominator > 0)) return null;
  const ratio = sum(values.map((value) => value.numerator)) / denominator;
  if (n < 2) return { value: ratio, stderr: null, n };
  const squares = sum(values.map((value) => (value.numerator - ratio * value.denominator) ** 2));
  return { value: ratio, stderr: Math.sqrt((n / (n - 1)) * squares) / denominator, n };
}

/** exp(R) has the standard error exp(R)·SE(R) to first order (delta method). */
function onScale(scale: MetricDeclaration['scale'], ratio: Estimate | null): Estimate | null {
  switch (scale) {
    case 'linear':
      return ratio;
    case 'log': {
      if (ratio === null) return null;
      const value = Math.exp(ratio.value);
      return { value, stderr: ratio.stderr === null ? null : value * ratio.stderr, n: ratio.n };
    }
    default:
      return assertNever(scale);
  }
}

/** Neumaier's compensated sum: a million small terms lose nothing, and the order of samples changes nothing visible. */
function sum(values: readonly number[]): number {
  let total = 0;
  let compensation = 0;
  for (const value of values) {
    const next = total + value;
    compensation += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + compensation;
}
