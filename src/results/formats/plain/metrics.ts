import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { declareMetric, METRICS, type MetricName } from '../../../core/metrics/registry.ts';
import { meanMetric } from '../foreign-run.ts';
import type { PlainRow, PlainUnit } from './row.ts';
import type { MetricClaims } from './tally.ts';

/** A metric, and by what its scores are divided to lie on the metric's scale. */
export interface PlainMetric {
  readonly declaration: MetricDeclaration;
  readonly divisor: number;
}

const isKnown = (name: string): name is MetricName => Object.hasOwn(METRICS, name);

/**
 * What a metric is: as this project knows it, or as the file says.
 * @throws WeighbridgeError `data` when nobody says which way is better, or the file contradicts what is known
 */
export function declare(task: string, name: string, claims: MetricClaims): PlainMetric {
  const { direction, unit, at } = claims;
  const divisor = unit === 'percent' ? 100 : 1;
  const fail = (message: string, fix: string): never => {
    throw new WeighbridgeError('data', `${task}/${name}: ${message}`, { at, fix });
  };
  if (!isKnown(name)) {
    if (direction === undefined) {
      return fail('nobody says which way is better', 'add a column "direction" with "higher" or "lower"');
    }
    return { declaration: meanMetric(name, direction, kindOf(unit)), divisor };
  }
  const declaration = declareMetric(name);
  if (declaration.kind !== 'mean') {
    return fail(
      'it is no mean of one number a sample',
      'give a number that is, such as the log-likelihood of each sample, under another name',
    );
  }
  if (direction !== undefined && direction !== declaration.direction) {
    return fail(
      `of this metric ${declaration.direction.replaceAll('_', ' ')}`,
      'give the metric another name',
    );
  }
  if (unit !== undefined && kindOf(unit) !== declaration.unit) {
    return fail(`this metric is a ${declaration.unit}`, 'give the metric another name');
  }
  return { declaration, divisor };
}

const kindOf = (unit: PlainUnit | undefined): 'rate' | 'number' =>
  unit === 'rate' || unit === 'percent' ? 'rate' : 'number';

/** @throws WeighbridgeError `data` for a rate that is none, as one in per cent is not */
export function scoreOf(row: PlainRow, { declaration, divisor }: PlainMetric): Score {
  if (typeof row.score !== 'number') return row.score;
  const score = row.score / divisor;
  const { min, max } = declaration.range;
  if (score >= (min ?? -Infinity) && score <= (max ?? Infinity)) return score;
  throw new WeighbridgeError(
    'data',
    `${row.score} lies outside 0 to ${divisor}, where ${row.task}/${row.metric} is`,
    {
      at: { ...row.at, key: 'score' },
      ...(divisor === 1 && score <= 100 && score > 1
        ? { fix: 'if scores are in per cent, say so: add a column "unit" with "percent"' }
        : {}),
    },
  );
}
