import { z } from 'zod';
import { OWN_PROMPT, RUNNERS } from '../tasks/runners/registry.ts';

export const path = z.string().min(1);

/** What each runner takes, in a sentence. */
const taken = (part: 'checkpoint' | 'base' | 'adapter', of: (forms: string, runner: string) => string) =>
  Object.entries(RUNNERS)
    .map(([name, { takes }]) => of(takes[part], name))
    .join(', ');
const forTasks = (forms: string, runner: string) => `${forms} for ${runner} tasks`;

const adapter = z.strictObject({
  base: path.describe(`What the adapter was trained on: ${taken('base', forTasks)}.`),
  adapter: path.describe(`The LoRA adapter: ${taken('adapter', forTasks)}.`),
});

const endpoint = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .describe(
      'Address of the API, such as `http://localhost:8000/v1`. May be left out where the engine has one.',
    ),
  model: path.describe(
    'Name under which the server knows the model. May be left out where the engine has one.',
  ),
});

export const CHECKPOINT_FORMS = [path, adapter, endpoint] as const;

export const checkpoint = (what: string) =>
  z
    .union(CHECKPOINT_FORMS)
    .describe(
      `${what}: ${taken('checkpoint', (forms, runner) => `${forms} (${runner} tasks)`)}, \`{base, adapter}\`, \`{url, model}\`, \`runs:/…\` or \`models:/…\` of MLflow, or results of an earlier run. Paths are relative to this file.`,
    );

const baselineSource = z.union([
  path,
  adapter,
  endpoint,
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
      .describe(
        'What a pointer file names, as the tip of the base branch has it: never as the pull request does.',
      ),
    z.strictObject({ from: z.literal('store') }).describe('What was blessed last.'),
    z
      .strictObject({ from: z.literal('artifact') })
      .describe('What the last green run on the base branch judged.'),
  ]),
]);

export const baseline = z
  .union([
    ...baselineSource.options,
    z.array(baselineSource).min(1),
    z.strictObject({
      sources: z
        .union([...baselineSource.options, z.array(baselineSource).min(1)])
        .describe('One source or a list of them.'),
      prompt: z
        .record(z.string().min(1), OWN_PROMPT)
        .optional()
        .describe(
          'Task to the prompt settings with which the baseline alone is asked: the strongest alternative to a fine-tune, such as a production prompt or solved examples. Samples are paired by id all the same, and the report says so. For baselines that are weights or results asked so.',
        ),
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
    'What the candidate is compared against: a checkpoint as for `candidate`, results of an earlier run, `{from: base-branch, pointer: model.yaml}`, `{from: store}`, `{from: artifact}`, a list of these that is tried in order, or `{sources, max_age_days, bootstrap, prompt}`.',
  );
