import type { MetricDeclaration } from '../../src/core/domain/metric.ts';
import type { SampleRecord, Score } from '../../src/core/domain/sample.ts';
import { companionScores } from '../../src/core/metrics/choices.ts';
import { classMetric, isClassStatistic } from '../../src/core/metrics/classes.ts';
import { estimate } from '../../src/core/metrics/estimate.ts';
import { scoreIn } from '../../src/core/metrics/following.ts';
import { declareMetric, type MetricName } from '../../src/core/metrics/registry.ts';
import type { Answer } from '../../src/tasks/scorers/scorer.ts';
import { answer, configured } from './scoring.ts';

/** What a metric is asked of, in the words of scripts/references/metrics.py. */
export interface ReferenceData {
  readonly gold?: readonly number[];
  readonly predicted?: readonly number[];
  readonly scores?: readonly number[];
  readonly probabilities?: readonly (readonly number[])[];
  readonly confidence?: readonly number[];
  readonly right?: readonly number[];
  readonly target?: readonly number[];
  readonly relevance?: readonly number[];
  readonly k?: number;
}

const column = (values: readonly number[] | undefined, index: number) => values?.[index] ?? Number.NaN;

/** The value of a metric as a task would have it; null where it is undefined. */
export async function metricValue(metric: string, data: ReferenceData): Promise<number | null> {
  if (data.relevance !== undefined) return rankingValue(metric, data);
  if (data.target !== undefined) return regressionValue(metric, data);
  if (data.confidence !== undefined) return confidenceValue(metric, data);
  if (metric === 'nll') return likelihoodValue(data);
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

const signal = new AbortController().signal;

/** Through a scorer that gives the metric itself. */
async function scored(entry: { readonly name: string }, answers: readonly Answer[], metric: string) {
  const scorer = configured(entry);
  const declaration = scorer.metrics.find(({ name }) => name === metric);
  if (declaration === undefined) throw new Error(`${entry.name} gives no ${metric}`);
  const scores = await (await scorer.open('/')).score(answers, signal);
  return overall(
    scores.map((each) => each[metric]),
    declaration,
  );
}

function regressionValue(metric: string, { target = [], predicted }: ReferenceData) {
  const entry = { name: 'regression', metrics: [metric] };
  return scored(
    entry,
    target.map((right, index) => answer(String(column(predicted, index)), String(right))),
    metric,
  );
}

function confidenceValue(metric: string, { confidence = [], right }: ReferenceData) {
  const answers = confidence.map((p, index) => {
    const said = column(right, index) === 1 ? 'yes' : 'no';
    return answer(JSON.stringify({ answer: said, confidence: p }), 'yes');
  });
  return scored({ name: 'stated_confidence' }, answers, metric);
}

function rankingValue(metric: string, { relevance = [], scores, k }: ReferenceData) {
  const places = relevance.map((_, item) => item).sort((a, b) => column(scores, b) - column(scores, a));
  const gains = Object.fromEntries(relevance.map((gain, item) => [`item ${item}`, gain]));
  const listed = answer(places.map((item) => `item ${item}`).join('\n'), JSON.stringify(gains));
  return scored({ name: 'ranking', ...{ k } }, [listed], metric);
}

function likelihoodValue({ gold = [], probabilities }: ReferenceData) {
  const scores = gold.map((k, index) => companionScores((probabilities?.[index] ?? []).map(Math.log), k).nll);
  return overall(scores, declareMetric('nll'));
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
