import { z } from 'zod';
import { path } from './checkpoint-schema.ts';
import { value } from './gate-schema.ts';

const column = (what: string) =>
  z.string().min(1).max(200).optional().describe(`What the files call ${what}.`);

const gate = (ceiling: string, description: string) =>
  z
    .strictObject({
      ceiling: value('The largest that is allowed.').default(ceiling),
      tier: z
        .enum(['blocking', 'advisory'])
        .default('advisory')
        .describe('`blocking` decides the verdict; `advisory` is shown.'),
    })
    .prefault({})
    .describe(description);

export const curvesSchema = z
  .strictObject({
    files: z
      .union([path, z.array(path).min(1).max(20)])
      .describe(
        'Files of the training, relative to this file: `trainer_state.json`, a log in JSONL or CSV, or what a trainer printed. Several are one log.',
      ),
    columns: z
      .strictObject({
        step: column('the step'),
        loss: column('the training loss'),
        eval_loss: column('the evaluation loss'),
        grad_norm: column('the norm of the gradient'),
        learning_rate: column('the learning rate'),
      })
      .prefault({})
      .describe(
        'Names in the files, such as `{ eval_loss: eval_dev_loss }`, where they are not those of a known program.',
      ),
    schedule: z
      .strictObject({
        warmup: z.boolean().default(false).describe('Whether the learning rate was to rise at first.'),
        decay: z.boolean().default(false).describe('Whether it was to fall afterwards.'),
      })
      .prefault({})
      .describe('What the learning rate was to do: a schedule that did not run is named.'),
    generalization_gap: gate(
      '20%',
      'How far the evaluation loss may lie above the training loss at the end, as a share of the training loss. Default: `{ ceiling: 20%, tier: advisory }`.',
    ),
    validation_rising: gate(
      '5%',
      'How far the evaluation loss may have risen from its best at the end, as a share of the best. Default: `{ ceiling: 5%, tier: advisory }`.',
    ),
  })
  .describe("The candidate's training: drawn in the report, with two gates on it.");
