import type { BySide, RepeatResult } from '../domain/decision.ts';
import { type Gate, lossesOf } from '../domain/gate.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { type Prices, priceOf } from '../domain/prices.ts';
import { type RunRecord, repeatsOf, type TaskRun } from '../domain/run.ts';
import type { SampleRecord } from '../domain/sample.ts';
import { classMetric, parseClassMetric } from '../metrics/classes.ts';
import { declareRepeatMetric, parseRepeatMetric, tellsRight } from '../metrics/repeats.ts';
import { usageMetric } from '../metrics/usage.ts';
import { byCodeUnits, filterOf, type SamplePair } from './pair.ts';

/** How many answers a side has to each sample. */
export type AnswersEach = BySide<number>;

/** What several answers to each sample say beside their mean. */
export type RepeatNoise = RepeatResult;

/** Samples whose answers disagree that a reader is shown; the counts say how many there are. */
const MOST_SHOWN = 8;

const SIDES = ['baseline', 'candidate'] as const;

/** How many answers of each sample the metric of a run is a mean of. */
export function answersEach(
  record: RunRecord | undefined,
  { name, of_repeats: of }: MetricDeclaration,
): number {
  const base = of?.metric ?? name;
  const isRepeated = record?.metrics.some((metric) => metric.name === base && metric.repeated === true);
  return record !== undefined && isRepeated === true ? repeatsOf(record) : 1;
}

/** What the answers to one sample come to, and how far they are from each other. */
interface Spread {
  readonly mean: number;
  /** Unbiased variance of one answer's score within the sample. */
  readonly variance: number;
  /** From the least to the greatest score. */
  readonly range: number;
}

/** Null for a sample without a score; of one answer there is no spread. */
export function spreadOfAnswers(
  sample: Pick<SampleRecord, 'scores' | 'repeats'>,
  metric: string,
): Spread | null {
  const score = sample.scores[metric];
  if (typeof score !== 'number') return null;
  const scores = sample.repeats?.scores[metric] ?? [score];
  const squares = scores.reduce((total, each) => total + (each - score) ** 2, 0);
  return {
    mean: score,
    variance: scores.length < 2 ? 0 : squares / (scores.length - 1),
    range: Math.max(...scores) - Math.min(...scores),
  };
}

/**
 * How much of what samples differ by is chance between the answers to one and the same question.
 *
 * By the law of total variance (Miller 2024, "Adding Error Bars to Evals", section on resampling) the variance of
 * d = mean of the candidate's answers − mean of the baseline's, over samples, is that of the questions plus
 * E[σ²_candidate / K_candidate + σ²_baseline / K_baseline]. The interval of the mean of d holds both, since d is what it is
 * made of; this is the second one's share: mean(s²_candidate / K_candidate + s²_baseline / K_baseline) / s²_d. Assumes that
 * answers to one question are independent. Of a side with one answer nothing is known, so that the share is at least that.
 *
 * @returns null where each side answered once
 */
export function repeatNoise(
  pairs: Iterable<SamplePair>,
  { name, of_repeats: of }: MetricDeclaration,
  filter: string | null,
  answers: AnswersEach,
): RepeatNoise | null {
  if (answers.baseline < 2 && answers.candidate < 2) return null;
  const metric = of?.metric ?? name;
  const flaky = { baseline: 0, candidate: 0 };
  const worst: (RepeatResult['worst'][number] & { readonly size: number })[] = [];
  const deltas = { count: 0, mean: 0, squares: 0 };
  let within = 0;
  for (const pair of pairs) {
    const { baseline, candidate } = pair;
    if (baseline === null || candidate === null || filterOf(pair) !== filter) continue;
    const [before, after] = [spreadOfAnswers(baseline, metric), spreadOfAnswers(candidate, metric)];
    if (before === null || after === null) continue;
    within += before.variance / answers.baseline + after.variance / answers.candidate;
    // Welford's running variance, which no large mean cancels.
    const delta = after.mean - before.mean;
    const step = delta - deltas.mean;
    deltas.count += 1;
    deltas.mean += step / deltas.count;
    deltas.squares += step * (delta - deltas.mean);
    const spreads = { baseline: before, candidate: after };
    for (const side of SIDES) if (spreads[side].range > 0) flaky[side] += 1;
    const size = before.variance + after.variance;
    if (size === 0) continue;
    const shown = (spread: Spread) => ({ mean: spread.mean, range: spread.range });
    worst.push({ id: candidate.id, baseline: shown(before), candidate: shown(after), size });
    if (worst.length > 2 * MOST_SHOWN) worst.sort(byUnrest).splice(MOST_SHOWN);
  }
  const variance = deltas.count < 2 ? 0 : deltas.squares / (deltas.count - 1);
  const share = variance > 0 ? Math.min(1, within / deltas.count / variance) : null;
  return {
    answers,
    noiseShare: of === undefined ? share : null,
    flaky,
    worst: worst
      .sort(byUnrest)
      .slice(0, MOST_SHOWN)
      .map(({ size: _, ...sample }) => sample),
  };
}

const byUnrest = (a: { id: string; size: number }, b: { id: string; size: number }): number =>
  b.size - a.size || byCodeUnits(a.id, b.id);

/**
 * The runs with the metrics that gates ask of others, such as `exact_match_pass@4` or `f1[refund]`: both sides declare them, so that a
 * side with too few answers has samples without a score, and no metric that is missing.
 */
export function withAskedMetrics<Run extends Pick<TaskRun, 'record'>>(
  runs: readonly Run[],
  gates: readonly Gate[],
  prices: Prices | null = null,
): readonly Run[] {
  const named = gates.flatMap((gate) => [gate, ...lossesOf(gate)]);
  return runs.map((run) => {
    const { record } = run;
    const own = named.flatMap(({ task, metric }) => (task === record.task ? [metric] : []));
    const more = [...new Set(own)].flatMap((name) => {
      const isKnown = record.metrics.some((metric) => metric.name === name);
      return isKnown ? [] : (priced(metricNamed(name, record.metrics), record, prices) ?? []);
    });
    return more.length === 0 ? run : { ...run, record: { ...record, metrics: [...record.metrics, ...more] } };
  });
}

/** A cost is that of the side's own model. */
function priced(
  metric: MetricDeclaration | null,
  { model }: RunRecord,
  prices: Prices | null,
): MetricDeclaration | null {
  if (metric?.of_usage !== 'cost' || prices === null) return metric;
  const price = priceOf(prices, model.source);
  return price === null ? metric : { ...metric, price };
}

/** A metric that is declared, or one that follows from the scores for one that is; null for any other. */
export function metricNamed(name: string, known: readonly MetricDeclaration[]): MetricDeclaration | null {
  const own = known.find((metric) => metric.name === name);
  if (own !== undefined) return own;
  const ofClass = parseClassMetric(name);
  if (ofClass !== null) return classMetric(ofClass, known);
  const counted = usageMetric(name);
  if (counted !== null) return counted;
  const asked = parseRepeatMetric(name);
  const base = known.find((metric) => metric.name === asked?.metric);
  if (asked === null || base === undefined || !tellsRight(base)) return null;
  return declareRepeatMetric(base, asked.family, asked.k);
}
