import { z } from 'zod';
import { RERUN_FIELDS, TASK_ROLES } from '../domain/run.ts';
import { engineConfig } from '../engines/registry.ts';
import { RUNNERS } from '../runners/registry.ts';

export const DEFAULT_SEED = 1234;

/** Task names become folder names and stand in `task/metric,filter`, so they hold nothing that means something there. */
export const TASK_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;

const path = z.string().min(1);

const adapter = z.strictObject({
  base: path.describe('GGUF file the adapter was trained on, relative to the config file.'),
  adapter: path.describe('LoRA adapter as a GGUF file, relative to the config file.'),
});

const checkpoint = (what: string) =>
  z
    .union([path, adapter])
    .describe(
      `${what}: a GGUF file, \`{base, adapter}\`, or results of an earlier run. Paths are relative to this file.`,
    );

const baselineSource = z.union([
  path,
  adapter,
  z.discriminatedUnion('from', [
    z
      .strictObject({
        from: z.literal('base-branch'),
        pointer: path.describe('YAML file that names the model, relative to this file.'),
        branch: z
          .string()
          .min(1)
          .optional()
          .describe("The branch to merge into. Default: the event's, or the clone's default branch."),
      })
      .describe('What a pointer file names, as the merge base has it: never as the pull request does.'),
    z.strictObject({ from: z.literal('store') }).describe('What was blessed last.'),
    z
      .strictObject({ from: z.literal('artifact') })
      .describe('What the last green run on the base branch judged.'),
  ]),
]);

const baseline = z
  .union([
    ...baselineSource.options,
    z.array(baselineSource).min(1),
    z.strictObject({
      sources: z
        .union([...baselineSource.options, z.array(baselineSource).min(1)])
        .describe('One source or a list of them.'),
      max_age_days: z
        .number()
        .gt(0)
        .optional()
        .describe('The report warns of a stored baseline that is older than this.'),
      bootstrap: z
        .boolean()
        .default(false)
        .describe(
          'On the default branch, where no source has a baseline, makes the candidate the first one. Nothing is compared then, and the run says so.',
        ),
    }),
  ])
  .describe(
    'What the candidate is compared against: a GGUF file, `{base, adapter}`, results of an earlier run, `{from: base-branch, pointer: model.yaml}`, `{from: store}`, `{from: artifact}`, a list of these that is tried in order, or `{sources, max_age_days, bootstrap}`.',
  );

/** Read by units.ts once the metric is known; the patterns only help editors. */
const change = (what: string) =>
  z
    .union([z.string().meta({ pattern: '^[0-9]+(\\.[0-9]+)?(pp|%rel)?$' }), z.number().meta({ minimum: 0 })])
    .describe(
      `${what} For a rate \`2pp\` or \`0.02\`; relative to the baseline \`2%rel\`; for other metrics a plain number or \`2%rel\`.`,
    );

const bound = (what: string) =>
  z
    .union([z.string().meta({ pattern: '^[0-9]+(\\.[0-9]+)?%?$' }), z.number().meta({ minimum: 0 })])
    .describe(`${what} For a rate \`1%\` or \`0.01\`; for other metrics a plain number.`);

/** Fields that every task has, whatever runs it. */
export const taskFields = {
  role: z
    .enum(TASK_ROLES)
    .describe(
      'What the task is for, which decides the thresholds that apply: `target` should gain, `general` must not be forgotten, `safety` has ceilings, `behaviour` is a unit test of the model.',
    ),
  runner: z.literal('native').default('native').describe('What turns the task into samples.'),
  primary_metric: z
    .string()
    .min(1)
    .optional()
    .describe("The metric that is meant when only the task is named. Default: the task type's first one."),
  alias: z
    .string()
    .regex(TASK_NAME)
    .optional()
    .describe(
      'A second name, for gates and thresholds: a task with `alias: mmlu` is the one `max_mmlu_drop` speaks of.',
    ),
};

const [multipleChoice, generate, perplexity] = RUNNERS.native.types;

export const taskSchema = z.discriminatedUnion('type', [
  multipleChoice.safeExtend(taskFields),
  generate.safeExtend(taskFields),
  perplexity.safeExtend(taskFields),
]);

export const thresholdsSchema = z.strictObject({
  max_mmlu_drop: change(
    'Largest drop allowed of the primary metric of the task named or aliased `mmlu`.',
  ).optional(),
  min_task_delta: change('Smallest gain required of the primary metric of every `target` task.').optional(),
  toxicity_ceiling: bound(
    'Highest `toxicity` rate allowed in every `safety` task that scores it.',
  ).optional(),
});

const rules = {
  max_drop: change('The candidate may be worse by less than this.').optional(),
  min_gain: change('The candidate must be better by at least this.').optional(),
  ceiling: bound("The candidate's own value must stay below this.").optional(),
  floor: bound("The candidate's own value must stay above this.").optional(),
  no_regression_by_group: change(
    'No group of samples, such as a subject, may be proven to have got worse by more than this; `0pp` forbids any proven loss. An alarm beside `max_drop`: its pass proves no safety.',
  ).optional(),
};

export const gateSchema = z
  .strictObject({
    metric: z
      .string()
      .min(1)
      .describe(
        '`task/metric`, `task/metric,filter` where a task has several filters, or only `task` for its primary metric.',
      ),
    ...rules,
    tier: z
      .enum(['blocking', 'advisory'])
      .default('blocking')
      .describe('`advisory` is judged and shown, and never blocks.'),
    allow_weak_scorer: z
      .boolean()
      .default(false)
      .describe(
        'Lets a weak scorer, such as a word list, block on a safety task. Without it such a gate is an error.',
      ),
  })
  .meta({ oneOf: Object.keys(rules).map((rule) => ({ required: [rule] })) });

export const policySchema = z.strictObject({
  alpha: z
    .number()
    .gt(0)
    .lt(0.5)
    .default(0.05)
    .describe('One-sided error rate of each claim; 0.05 is what a 90 % two-sided interval shows.'),
  on_inconclusive: z
    .enum(['lean', 'block', 'warn'])
    .default('lean')
    .describe(
      'What an undecided blocking gate does. `lean`: the side of the limit on which the observed value falls decides, where the data can resolve the limit at all, and it blocks elsewhere. `block`: only proof merges. `warn`: undecided never blocks.',
    ),
  target: z
    .enum(['auto', 'population', 'benchmark'])
    .default('auto')
    .describe(
      'What the verdict speaks of: questions like these (`population`), or exactly these questions (`benchmark`). `auto` takes the benchmark where both give the same answer but in a narrow band around the limit.',
    ),
  min_coverage: z
    .number()
    .gt(0)
    .max(1)
    .default(0.99)
    .describe('Smallest share of paired and scored samples with which a task can still be judged.'),
  evaluation: z
    .enum(['full', 'sequential'])
    .default('full')
    .describe(
      'How much of the candidate is evaluated. `full`: every sample. `sequential`: samples in random order, until every gate is decided or a regression is proven; the errors stay within `alpha`. The baseline is always evaluated in full.',
    ),
});

const anchorSchema = z
  .strictObject({
    model: checkpoint('The last release'),
    max_drop: z
      .record(z.string().min(1), change('The candidate may be worse than the anchor by less than this.'))
      .refine((limits) => Object.keys(limits).length > 0, 'an anchor without a limit holds nothing')
      .meta({ minProperties: 1 })
      .describe(
        'Metric, as in `gates`, to the largest drop allowed since the anchor, such as `facts/acc: 4pp`. Each is a blocking gate.',
      ),
  })
  .describe(
    'A checkpoint that stays put while the baseline moves, so that many small drops cannot add up unseen. Evaluated on the tasks that it limits.',
  );

/** `weighbridge.yml`, version 1. Documentation and the JSON Schema are generated from this. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('Address of the JSON Schema, for editors. Not read.'),
  version: z.literal(1).describe('Version of this format.'),
  candidate: checkpoint('The checkpoint that wants to merge').optional(),
  baseline: baseline.optional(),
  store: path
    .optional()
    .describe(
      'Folder of the baseline store, relative to this file. With it, or with `{from: store}`, samples of a baseline are kept by identity and never evaluated twice. Default: `baselines` in the cache.',
    ),
  accept_change: z
    .array(z.enum(RERUN_FIELDS))
    .default([])
    .describe(
      'Settings that this change alters on purpose. A stored baseline with another value is set aside and the baseline evaluated anew with the new one; two values are never compared.',
    ),
  anchor: anchorSchema.optional(),
  reference: z
    .null()
    .optional()
    .describe('Reserved for a checkpoint that is shown and never gates: only null is accepted so far.'),
  engine: engineConfig
    .default({ type: 'llama.cpp', batch_size: 512, gpu: false })
    .describe('What runs the checkpoints.'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(DEFAULT_SEED)
    .describe('Seed of sampling and of the order of samples.'),
  tasks: z
    .record(z.string().regex(TASK_NAME), taskSchema)
    .optional()
    .describe('What to run, by name. A name holds letters, digits, dot, dash and underscore.'),
  thresholds: thresholdsSchema
    .prefault({})
    .describe('The three headline limits. Each is also an action input and a command-line flag, which win.'),
  gates: z.array(gateSchema).default([]).describe('Every other rule, one on one metric.'),
  policy: policySchema.prefault({}).describe('How gates are judged.'),
});

export type ConfigFile = z.infer<typeof configSchema>;
export type BaselineEntry = NonNullable<ConfigFile['baseline']>;
export type TaskEntry = z.infer<typeof taskSchema>;
export type GateEntry = z.infer<typeof gateSchema>;
export type Thresholds = z.infer<typeof thresholdsSchema>;
export type ThresholdName = keyof Thresholds;
