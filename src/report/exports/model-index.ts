import { stringify } from 'yaml';
import { cardName, measuredMetrics } from './measured.ts';
import type { VerdictExport } from './verdict-export.ts';

/** `model-index` of a model card's front matter. Values are as they were measured: a rate lies between 0 and 1. */
export const modelIndexExport: VerdictExport = {
  summary: 'Hugging Face model-index: the front matter of a model card',
  file: 'model-index.yaml',
  render: (file) =>
    stringify({
      'model-index': [
        {
          name: cardName(file),
          results: measuredMetrics(file).map(({ task, metric, value }) => ({
            task: { type: 'text-generation' },
            dataset: { type: task.task, name: task.task },
            metrics: [{ type: metric.metric, value, name: metric.metric, verified: false }],
          })),
        },
      ],
    }),
};
