import type { MetricDeclaration } from '../domain/metric.ts';
import type { TaskRun } from '../domain/run.ts';
import type { Samples } from '../domain/sample.ts';
import { sum } from '../stats/sum.ts';

/** Two sums of the same doubles in another order. */
const TOLERANCE = 2e-9;

/**
 * Results of a harness do not say which mean the number of a group is, and where both come to the same, such as 0 everywhere,
 * it is taken for that over samples. Beside a run whose number is the mean over groups, it is that mean as well.
 */
export function alignAverages(run: TaskRun, other: TaskRun): TaskRun {
  const ofGroups = new Set(
    other.record.metrics.flatMap(({ name, group_average: average }) => (average === undefined ? [] : name)),
  );
  const metrics = run.record.metrics.map(
    (metric): MetricDeclaration =>
      ofGroups.has(metric.name) && metric.group_average === undefined && isEitherMean(run.samples, metric)
        ? { ...metric, group_average: 'macro' }
        : metric,
  );
  return { ...run, record: { ...run.record, metrics } };
}

function isEitherMean(samples: Samples, { name }: MetricDeclaration): boolean {
  const filters = new Set<string | undefined>();
  for (const { filter } of samples) filters.add(filter);
  return [...filters].every((filter) => {
    const groups = new Map<string | undefined, number[]>();
    for (const sample of samples) {
      if (sample.filter !== filter) continue;
      const score = sample.scores[name];
      if (typeof score !== 'number' || sample.weight !== undefined) return false;
      const group = groups.get(sample.group);
      if (group === undefined) groups.set(sample.group, [score]);
      else group.push(score);
    }
    const overSamples = meanOf([...groups.values()].flat());
    const overGroups = meanOf([...groups.values()].map(meanOf));
    return Math.abs(overSamples - overGroups) <= TOLERANCE * Math.max(1, Math.abs(overSamples));
  });
}

const meanOf = (values: readonly number[]): number => sum(values) / values.length;
