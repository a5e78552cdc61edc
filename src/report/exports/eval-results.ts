import { stringify } from 'yaml';
import { formatChange, formatCount, formatSize } from '../format.ts';
import { type MeasuredMetric, measuredMetrics } from './measured.ts';
import type { VerdictExport } from './verdict-export.ts';

/** `.eval_results/*.yaml` of a model repository; what its readers cannot show, n and interval, stands in the notes. */
export const evalResultsExport: VerdictExport = {
  summary: 'Hugging Face .eval_results: a list for the model repository',
  file: 'eval_results.yaml',
  render: (file) =>
    stringify(
      measuredMetrics(file).map((measured) => ({
        dataset: { id: measured.task.task, task_id: measured.metric.metric },
        value: measured.value,
        notes: notesOf(measured),
      })),
    ),
};

function notesOf({ metric: { unit, candidate, delta }, task }: MeasuredMetric): string {
  const stderr = candidate?.stderr ?? null;
  return [
    `${formatCount(candidate?.n ?? task.pairs)} samples`,
    ...(stderr === null ? [] : [`standard error ${formatSize(stderr, unit)}`]),
    ...(delta === null ? [] : [`${formatChange(delta.value, unit)} against its baseline`]),
    'measured by weighbridge',
  ].join('; ');
}
