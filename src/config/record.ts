import { z } from 'zod';
import type { TrainingFact } from '../core/domain/history.ts';
import { path } from './checkpoint-schema.ts';
import type { RecordConfig } from './resolved.ts';

const facts = z.record(z.string().min(1).max(100), z.union([z.string().max(1000), z.number(), z.boolean()]));

export const recordSchema = z
  .strictObject({
    history: path
      .default('weighbridge-history.jsonl')
      .describe('File that gets a line for every verdict of `run` and `gate`, relative to this file.'),
    artifact: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/, 'must be letters, digits, dots, dashes and underscores')
      .optional()
      .describe(
        'Of pushes, the report step of the action keeps the history as artifacts of this name, which `weighbridge history --artifacts NAME` reads. Needs `actions: read`.',
      ),
    keep: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .describe('So many of the newest rounds stay. Default: all.'),
    dataset: facts
      .optional()
      .describe('The training data: such as `{name: tickets, version: v7, samples: 12000}`.'),
    data_source: z.string().max(1000).optional().describe('Where the training data came from.'),
    hyperparameters: facts.optional().describe('Such as `{lr: 0.0002, epochs: 3}`.'),
    notes: z.string().max(1000).optional().describe('Anything else worth knowing of this round.'),
  })
  .describe(
    'What is kept of every round beside its verdict: see `weighbridge history`. The step, epoch and losses of `trainer_state.json`, the settings of `adapter_config.json` and the base model of a model card are read from beside the checkpoint.',
  );

/** What is written of the training, by dotted names. */
export function resolvedRecord(written: z.infer<typeof recordSchema> | undefined): RecordConfig | null {
  if (written === undefined) return null;
  const { history, artifact = null, keep = null, dataset = {}, hyperparameters = {}, ...facts } = written;
  const named = (group: string, of: Readonly<Record<string, TrainingFact>>) =>
    Object.entries(of).map(([name, value]) => [`${group}.${name}`, value] as const);
  const training = [
    ...Object.entries(facts).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
    ...named('dataset', dataset),
    ...named('hyperparameters', hyperparameters),
  ];
  return { history, artifact, keep, training: Object.fromEntries(training) };
}
