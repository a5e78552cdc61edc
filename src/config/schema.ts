import { z } from 'zod';
import {
  DEFAULT_WAIVER_PERMISSION,
  SUITE_MODES,
  WAIVER_MAX_DAYS,
  WAIVER_PERMISSIONS,
} from '../core/domain/policy.ts';
import { ACCEPTED_CHANGES, TASK_ROLES, type TaskRole } from '../core/domain/run.ts';
import { SAMPLES_INCLUDED } from '../core/domain/sample.ts';
import { DEFAULT_ENGINE, engineConfig } from '../tasks/engines/registry.ts';
import { DEFAULT_RUNNER, RUNNERS, type RunnerName } from '../tasks/runners/registry.ts';
import { ALLOWANCES } from '../tasks/runners/runner.ts';
import { baseline, CHECKPOINT_FORMS, checkpoint, path } from './checkpoint-schema.ts';
import { curvesSchema } from './curves-schema.ts';
import { change, gateSchema } from './gate-schema.ts';
import { pricesSchema } from './prices.ts';
import { recordSchema } from './record.ts';
import { thresholdsSchema } from './thresholds.ts';

const DEFAULT_SEED = 1234;

/** Task names become folder names and stand in `task/metric,filter`, so they hold nothing that means something there. */
const TASK_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/;

/** Fields that every task has, whatever runs it. */
const taskFields = {
  role: z
    .enum(TASK_ROLES)
    .describe(
      'What the task is for, which decides the thresholds that apply: `target` should gain, `general` must not be forgotten, `safety` has ceilings, `behaviour` is a unit test of the model.',
    ),
  primary_metric: z
    .string()
    .min(1)
    .optional()
    .describe(
      "The metric that is meant when only the task is named. Default: the first one of the task's type; where an external harness runs the task, the first rate among its results.",
    ),
  alias: z
    .string()
    .regex(TASK_NAME)
    .optional()
    .describe(
      'A second name, for gates and thresholds: a task with `alias: mmlu` is the one `max_mmlu_drop` speaks of.',
    ),
  split: z
    .literal('locked')
    .optional()
    .describe(
      'A split that is kept for the last word. `check` counts in the history (`record`) how often it decided, and says what that does to the error that is promised.',
    ),
};

/** A task of the config, with its runner's options beside the fields that every task has. */
export interface TaskEntry {
  readonly role: TaskRole;
  readonly primary_metric?: string;
  readonly alias?: string;
  readonly split?: 'locked';
  readonly runner?: RunnerName;
  readonly [option: string]: unknown;
}

const runnerField = (name: string) =>
  name === DEFAULT_RUNNER
    ? z
        .literal(name)
        .optional()
        .meta({ default: name })
        .describe('What turns the task into samples; the default.')
    : z.literal(name).describe('What turns the task into samples.');

type TaskUnion = z.ZodObject | z.ZodDiscriminatedUnion<[z.ZodObject, ...z.ZodObject[]]>;

function runnerSchema(name: string, { summary, tasks }: (typeof RUNNERS)[RunnerName]): TaskUnion {
  const fields = { ...taskFields, runner: runnerField(name) };
  const [first, ...others] = tasks;
  const only: z.ZodObject = first.safeExtend(fields);
  const types: readonly z.ZodObject[] = others.map((type) => type.safeExtend(fields));
  return (types.length === 0 ? only : z.discriminatedUnion('type', [only, ...types])).describe(summary);
}

const runnerSchemas = Object.entries(RUNNERS).map(([name, row]) => runnerSchema(name, row));

export const taskSchema = z.discriminatedUnion(
  'runner',
  runnerSchemas as [TaskUnion, ...TaskUnion[]],
) as unknown as z.ZodType<TaskEntry>;

export const policySchema = z.strictObject({
  alpha: z
    .number()
    .gt(0)
    .lt(0.5)
    .default(0.05)
    .describe('One-sided error rate of each hypothesis; 0.05 is what a 90 % two-sided interval shows.'),
  tries: z
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe(
      'How many checkpoints of one pull request may be evaluated until one passes, with `alpha` for all of them together: each is judged at `alpha` / `tries`, and leans at `lean_alpha` / `tries`.',
    ),
  on_inconclusive: z
    .enum(['lean', 'block', 'warn'])
    .default('lean')
    .describe(
      'What an undecided blocking gate does. `lean`: it lets the merge pass, and says that this is not proven, where the test that would prove safety rejects harm at `lean_alpha`; otherwise it blocks. `block`: only proof merges. `warn`: undecided never blocks.',
    ),
  lean_alpha: z
    .number()
    .min(0.05)
    .max(0.5)
    .default(0.25)
    .describe(
      'Error rate at which an undecided gate leans to pass under `on_inconclusive: lean`: a candidate exactly at its limit merges unproven in at most so many of its runs, at any number of samples. 0.5 is the plain threshold; not below `alpha`, at which `lean` is `block`.',
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
  identical: z
    .enum(['warn', 'block'])
    .optional()
    .describe(
      'What follows where the candidate gives exactly the answers of its baseline on every sample, though its weights are other ones: the sign of an adapter that was not applied. `warn` says so in the first lines; `block` makes the verdict `invalid`. Default: `block` where a blocking gate asks for a gain, else `warn`.',
    ),
  evaluation: z
    .enum(['full', 'sequential'])
    .default('sequential')
    .describe(
      'How much of the candidate is evaluated. `sequential`: samples in random order, until every gate is decided or a regression is proven, tasks that are cheap to decide first; the errors stay within `alpha`. `full`, or `--full` on the command line: every sample. The baseline is always evaluated in full, and so is the anchor; the candidate where it is sharded without rounds, and where no complete baseline or anchor is at hand.',
    ),
  waiver_permission: z
    .enum(WAIVER_PERMISSIONS)
    .default(DEFAULT_WAIVER_PERMISSION)
    .describe(
      'Who may waive a gate by the label `weighbridge:waive <gate>`: whoever has this permission on the repository, or a higher one. Read from the tip of the base branch.',
    ),
  waiver_max_days: z
    .int()
    .min(1)
    .max(3650)
    .default(WAIVER_MAX_DAYS)
    .describe(
      'How many days ahead a waiver in the file of waivers may expire. One that expires later does not count. Read from the tip of the base branch.',
    ),
  suite_changes: z
    .enum(SUITE_MODES)
    .default('block')
    .describe(
      'What a pull request needs that changes what decides about it: a dataset, a file of a scorer or of an lm-eval task, an option of a task or of the engine, the baseline. `block`: the verdict is `invalid` until somebody with `waiver_permission` accepts these very changes. `base`: tasks that the base branch has are evaluated with its files and options, against its baseline. `warn`: it is only named. Read from the tip of the base branch.',
    ),
  allow: z
    .array(z.enum(ALLOWANCES))
    .default([])
    .describe(
      'Code that an evaluation may run beside the weights. `trust_remote_code`: Python of a model repository. `unsafe_code`: Python of a task in this repository (`!function`), the `command` of a scorer and of `engine.serve`, tasks that run what the model wrote, and tasks that take the name of a built-in one.',
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
    .array(z.enum(ACCEPTED_CHANGES))
    .default([])
    .describe(
      'Settings that this change alters on purpose. A stored baseline with another value is set aside and the baseline evaluated anew with the new one; two values are never compared. `tokenizer` alone lies in the files of a checkpoint: declared, two tokenizers that cannot be shown to cut the task’s texts alike are a remark in place of an invalid comparison.',
    ),
  anchor: anchorSchema.optional(),
  reference: z
    .union([
      ...CHECKPOINT_FORMS,
      z.strictObject({
        model: checkpoint('The other model'),
        engine: engineConfig.describe('What runs it.'),
      }),
    ])
    .nullable()
    .optional()
    .describe(
      'Another model, such as a stronger one: its results (a run directory of one side, or of another program), a checkpoint or an endpoint as for `candidate`, or `{model, engine}`. What is no results is evaluated in full, after the candidate; an endpoint without an `engine` of its own by that of the config where it asks endpoints, else by `{type: openai}`. The report shows it and what share of it the candidate reaches; it never gates, and where it fails the verdict is what it would have been.',
    ),
  engine: engineConfig.default(DEFAULT_ENGINE).describe('What runs the checkpoints.'),
  prices: pricesSchema.optional(),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(DEFAULT_SEED)
    .describe('Seed of sampling and of the order of samples.'),
  include_samples: z
    .enum(SAMPLES_INCLUDED)
    .default('changed')
    .describe(
      'Of which samples the report keeps what was asked, what was expected and what both models said. `changed`: those that got worse or better, and the worst of the others. `all`: as many of them as fit. `none`: of no sample, and no question is stored in the run directory. At most 16 MiB, the worst first; secrets of the evaluation are taken out.',
    ),
  record: recordSchema.optional(),
  curves: curvesSchema.optional(),
  drift: z
    .array(z.string().min(1))
    .optional()
    .describe(
      'Tasks whose answers are compared in length, refusals, format, language, repetition and vocabulary, whatever they are scored: of any runner, or of existing results, as long as the answers are kept. Tasks of `type: drift` need not be here. It is told in the report, and decides nothing but gates of `max_drift`.',
    ),
  tasks: z
    .record(z.string().regex(TASK_NAME), taskSchema)
    .optional()
    .describe('What to run, by name. A name holds letters, digits, dot, dash and underscore.'),
  thresholds: thresholdsSchema
    .prefault({})
    .describe('The headline limits. Each is also an action input and a command-line flag, which win.'),
  gates: z.array(gateSchema).default([]).describe('Every other rule, one on one metric.'),
  policy: policySchema.prefault({}).describe('How gates are judged.'),
});

export type ConfigFile = z.infer<typeof configSchema>;
export type BaselineEntry = NonNullable<ConfigFile['baseline']>;
