import { type Gate, metricsOfGate } from '../domain/gate.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { type Prices, priceOf } from '../domain/prices.ts';
import type { RunRecord, TaskRun } from '../domain/run.ts';
import type { SampleRecord, Score } from '../domain/sample.ts';
import { againstOthers, classMetric, parseClassMetric } from './classes.ts';
import { declareRepeatMetric, parseRepeatMetric, scoreOfRepeats, tellsRight } from './repeats.ts';
import { usageMetric, usageScore } from './usage.ts';

/** Metrics that follow from what is stored for another: one class against all others, several answers as one, what an answer cost. */

/** Whether the stored scores of these metrics are all that this one follows from. */
export function followsFrom(
  { name, of_repeats: of, of_class: ofClass, of_usage: ofUsage }: MetricDeclaration,
  stored: ReadonlySet<string>,
): boolean {
  return ofUsage !== undefined || stored.has(of?.metric ?? ofClass?.metric ?? name);
}

/** A sample's score for a metric, be it stored or one that follows from its scores for another. */
export function scoreIn(
  sample: Pick<SampleRecord, 'scores' | 'repeats' | 'usage' | 'timing'>,
  declaration: MetricDeclaration,
): Score | undefined {
  const { name, of_repeats: of, of_class: ofClass, of_usage: ofUsage } = declaration;
  if (ofUsage !== undefined) return usageScore(sample, declaration, ofUsage);
  if (of !== undefined) return scoreOfRepeats(sample, of);
  const metric = ofClass?.metric ?? name;
  if (!Object.hasOwn(sample.scores, metric)) return undefined;
  return ofClass === undefined
    ? sample.scores[metric]
    : againstOthers(sample.scores[metric], ofClass.position);
}

/**
 * The runs with the metrics that gates ask of others, such as `exact_match_pass@4` or `f1[refund]`: both sides declare them, so that a
 * side with too few answers has samples without a score, and no metric that is missing.
 */
export function withAskedMetrics<Run extends Pick<TaskRun, 'record'>>(
  runs: readonly Run[],
  gates: readonly Gate[],
  prices: Prices | null = null,
): readonly Run[] {
  const named = gates.flatMap(metricsOfGate);
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
