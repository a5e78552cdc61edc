import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Aggregate } from '../../../core/domain/run.ts';
import { estimate } from '../../../core/metrics/estimate.ts';
import type { ExportedRun } from '../exporter.ts';

/** `task/metric`, or `task/metric,filter`: what a row of a sample points to. */
export const resultId = (task: string, metric: string, filter: string | undefined): string =>
  `${task}/${metric}${filter === undefined ? '' : `,${filter}`}`;

/** One result a metric and filter; none for a metric that no sample has a score of, of which there is no number. */
export function resultsOf(run: ExportedRun): object[] {
  const { record } = run;
  const filters = new Set(run.samples.map(({ filter }) => filter));
  return record.metrics.flatMap((metric) => {
    const known =
      record.aggregates?.filter((aggregate) => aggregate.metric === metric.name) ??
      [...filters].flatMap((filter) => summed(run, metric, filter));
    return known.map((aggregate) => result(run, metric, aggregate));
  });
}

function summed(
  { samples }: ExportedRun,
  metric: MetricDeclaration,
  filter: string | undefined,
): Aggregate[] {
  const scores = samples.flatMap((sample) =>
    sample.filter === filter ? (sample.scores[metric.name] ?? []) : [],
  );
  const found = estimate(scores, metric);
  if (found === null || !Number.isFinite(found.value)) return [];
  const { value, stderr, n } = found;
  return [{ metric: metric.name, value, stderr, n, ...(filter === undefined ? {} : { filter }) }];
}

const UNITS: Readonly<Record<MetricDeclaration['unit'], string>> = {
  rate: 'proportion',
  bits_per_byte: 'bits_per_byte',
  perplexity: 'perplexity',
  number: 'points',
};

function result({ record, samples }: ExportedRun, metric: MetricDeclaration, aggregate: Aggregate): object {
  const { task } = record;
  const { filter, value, stderr, n } = aggregate;
  const id = resultId(task, metric.name, filter);
  const uncertainty = {
    ...(stderr === null ? {} : { standard_error: { value: stderr, method: 'analytic' } }),
    ...(n === null ? {} : { num_samples: n }),
  };
  const unscored = samples.filter((sample) => sample.filter === filter).length - (n ?? 0);
  return {
    evaluation_result_id: id,
    evaluation_name: filter === undefined ? task : `${task}/${filter}`,
    source_data: { dataset_name: task, source_type: 'other' },
    metric_config: {
      metric_id: metric.name,
      metric_name: metric.name,
      metric_unit: UNITS[metric.unit],
      lower_is_better: metric.direction === 'lower_is_better',
      score_type: 'continuous',
      min_score: metric.range.min ?? '-Infinity',
      max_score: metric.range.max ?? 'Infinity',
    },
    score_details: {
      score: value,
      ...(unscored > 0 && record.aggregates === undefined ? { details: { unscored: String(unscored) } } : {}),
      ...(Object.keys(uncertainty).length === 0 ? {} : { uncertainty }),
    },
  };
}
