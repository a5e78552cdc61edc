import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import type { SampleRecord, Score } from '../../src/core/domain/sample.ts';
import { classMetric, isClassStatistic } from '../../src/core/metrics/classes.ts';
import { estimate } from '../../src/core/metrics/estimate.ts';
import { declareMetric, type MetricName } from '../../src/core/metrics/registry.ts';
import { scoreIn } from '../../src/core/metrics/repeats.ts';
import { answer, configured } from './scoring.ts';

/** What a metric is asked of, in the words of scripts/references/metrics.py. */
export interface ReferenceData {
  readonly gold?: readonly number[];
  readonly predicted?: readonly number[];
  readonly scores?: readonly number[];
  readonly probabilities?: readonly (readonly number[])[];
}

const column = (values: readonly number[] | undefined, index: number) => values?.[index] ?? Number.NaN;

/** The value of a metric as a task would have it; null where it is undefined. */
export async function metricValue(metric: string, data: ReferenceData): Promise<number | null> {
  if (data.probabilities !== undefined || data.scores !== undefined) return corpusValue(metric, data);
  return classificationValue(metric, data);
}

/** Through the scorer, from answers that name a class, or none. */
async function classificationValue(metric: string, { gold = [], predicted = [] }: ReferenceData) {
  const labels = Array.from({
    length: Math.max(2, ...gold.map((k) => k + 1), ...predicted.map((k) => k + 1)),
  }).map((_, k) => `class ${k}`);
  const isOfOne = isClassStatistic(metric);
  const entry = { name: 'classification', labels, metrics: [isOfOne ? 'mcc' : metric] };
  const scorer = configured(entry);
  const declaration = isOfOne
    ? classMetric({ statistic: metric, label: 'class 1' }, scorer.metrics)
    : (scorer.metrics[0] ?? null);
  if (declaration === null) throw new Error(`${metric} is not known`);
  const opened = await scorer.open('/');
  const answers = gold.map((k, index) => answer(`class ${column(predicted, index)}`, `class ${k}`));
  const scores = await opened.score(answers, new AbortController().signal);
  return overall(
    scores.map((each) => scoreIn({ scores: each } as SampleRecord, declaration)),
    declaration,
  );
}

function corpusValue(metric: string, { gold = [], scores, probabilities }: ReferenceData) {
  const parts = gold.map((k, index) => ({
    parts: [k, ...(probabilities?.[index] ?? [column(scores, index)])],
  }));
  return overall(parts, declareMetric(metric as MetricName));
}

function overall(scores: readonly (Score | undefined)[], declaration: MetricDeclaration): number | null {
  const given = scores.map((score) => score ?? { unscored: 'none' });
  return estimate(given, declaration)?.value ?? null;
}
