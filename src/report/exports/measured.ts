import type { MetricResult, TaskResult, VerdictFile } from '../../core/domain/decision.ts';

/** A metric of the candidate, with the task that it was measured on. */
export interface MeasuredMetric {
  readonly task: TaskResult;
  readonly metric: MetricResult;
  readonly value: number;
}

/** All that the candidate came to; what has no value is not there. */
export const measuredMetrics = ({ tasks }: VerdictFile): readonly MeasuredMetric[] =>
  tasks.flatMap((task) =>
    task.metrics.flatMap((metric) =>
      metric.candidate === null ? [] : [{ task, metric, value: metric.candidate.value }],
    ),
  );

/** The name of a checkpoint, as a model card calls it: without folders and ending. */
export const cardName = ({ candidate }: VerdictFile): string =>
  candidate?.source
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.gguf$/, '') ?? 'candidate';
