import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { EvaluationFile } from './files.ts';
import type { Result } from './schema.ts';

/** One result of an evaluation: a metric of a task. */
export interface Measured {
  readonly result: Result;
  readonly task: string;
  readonly metric: MetricDeclaration;
  /** The result's own score and standard error are divided by this to lie on the metric's scale. */
  readonly divisor: 1 | 100;
}

/** @throws WeighbridgeError `data` for two results of one name, or a score outside of its own bounds */
export function measuredOf({ evaluation, file }: EvaluationFile): Measured[] {
  const seen = new Set<string>();
  return evaluation.evaluation_results.map((result, index) => {
    const at = { file, key: `evaluation_results.${index}` };
    const measured = measure(result);
    const { task, metric, divisor } = measured;
    const name = `${task}/${metric.name}`;
    if (seen.has(name)) throw new WeighbridgeError('data', `two results are called ${name}`, { at });
    seen.add(name);
    const score = result.score_details.score / divisor;
    const { min, max } = metric.range;
    if (score >= (min ?? -Infinity) && score <= (max ?? Infinity)) return measured;
    throw new WeighbridgeError('data', `${name} is ${result.score_details.score}, outside of its bounds`, {
      at,
      fix: 'say in metric_config on which scale it is: metric_unit, min_score and max_score',
    });
  });
}

function measure(result: Result): Measured {
  const { metric_id, metric_name, metric_unit, lower_is_better, score_type, min_score, max_score } =
    result.metric_config;
  const unit = metric_unit?.toLowerCase() ?? '';
  const isPercent = unit === 'percent' || unit === 'percentage' || unit === '%';
  const isRate =
    isPercent || unit === 'proportion' || score_type === 'binary' || (min_score === 0 && max_score === 1);
  return {
    result,
    task: result.evaluation_name,
    metric: {
      name: metric_id || metric_name || 'score',
      direction: lower_is_better ? 'lower_is_better' : 'higher_is_better',
      kind: 'mean',
      unit: isRate ? 'rate' : 'number',
      range: isRate ? { min: 0, max: 1 } : { min: min_score ?? null, max: max_score ?? null },
      scale: 'linear',
      weak: false,
    },
    divisor: isPercent ? 100 : 1,
  };
}
