import { z } from 'zod';
import { CHOICE_CORPUS_METRICS, isOfClasses } from '../../../core/metrics/choices.ts';
import { MOST_REPEATS } from '../../../core/metrics/repeats.ts';
import { configureScorer } from '../../scorers/registry.ts';
import { ANSWER_FORMATS } from './answers.ts';
import { configureCheck } from './check.ts';
import { checkExamples, checkScored, checkTemperature } from './option-checks.ts';

/** Fields that every native task has; names as in lm-evaluation-harness where it has one. */
const common = {
  dataset: z
    .string()
    .min(1)
    .describe(
      'JSONL, JSON, CSV, TSV or Parquet file, also packed with gzip or Zstandard, relative to the config file; or a split on the Hugging Face hub, `hf:org/name@commit#split`; or rows that ship with Weighbridge, `weighbridge:general@1`.',
    ),
  id_field: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Field with the unique id of a row. Default: `id` where rows have it, else a digest of the content.',
    ),
  json_fields: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe(
      'Columns of a table whose cells hold a list or an object, as JSON or as Python prints it: `choices` with `["red", "blue"]`.',
    ),
  group_field: z.string().min(1).optional().describe('Field with the subtask of a row, such as a subject.'),
  cluster_field: z
    .string()
    .min(1)
    .optional()
    .describe('Field naming rows that are not independent, such as a passage.'),
  date_field: z
    .string()
    .min(1)
    .optional()
    .describe('Field with the day of a row, `2025-03-01` or a time of that day, for `trained_until`.'),
  trained_until: z.iso
    .date()
    .optional()
    .describe(
      'Last day of the training data, such as `2025-01-31`: a row of that day or before, or without a day, is an error, since the model may have been trained on it. Needs `date_field`.',
    ),
  limit: z
    .int()
    .min(1)
    .optional()
    .describe('Evaluate only this many samples, drawn by the seed, never the first ones.'),
  metadata: z
    .strictObject({ version: z.union([z.string(), z.number()]) })
    .optional()
    .describe('Version of the task: raise it when results before and after must not be compared.'),
};

const truncation = z
  .enum(['refuse', 'left'])
  .default('refuse')
  .describe(
    'What to do with a prompt longer than the context: leave the sample unscored, or cut the prompt on the left.',
  );

const prompt = {
  doc_to_text: z.string().describe('Field name or Jinja template of the prompt.'),
  doc_to_target: z
    .string()
    .describe('Field name or Jinja template of the right answer (for choices: see `answer_format`).'),
  description: z
    .string()
    .default('')
    .describe(
      'Field name or Jinja template put before everything, as it is: end it with the line breaks it needs.',
    ),
  target_delimiter: z.string().default(' ').describe('Between prompt and answer.'),
  num_fewshot: z.int().min(0).default(0).describe('Solved examples before the question.'),
  fewshot_dataset: z
    .string()
    .min(1)
    .optional()
    .describe(
      'File the solved examples come from: its first rows, without the one that is asked; where its rows have the `group_field`, the first of the same group.',
    ),
  fewshot_delimiter: z.string().default('\n\n').describe('Between solved examples.'),
  apply_chat_template: z
    .boolean()
    .default(false)
    .describe(
      "Ask through the model's own chat template: everything but the system message in one user turn.",
    ),
  system_instruction: z
    .string()
    .optional()
    .describe('Put before the description; the system message where there is a chat template.'),
};

/** Without defaults: what is not said is as the task has it. */
export const ownPrompt = z.strictObject({
  doc_to_text: z.string().optional().describe('Field name or Jinja template of the prompt.'),
  description: z.string().optional().describe('Put before everything.'),
  system_instruction: z.string().optional().describe('The system message, or put before the description.'),
  num_fewshot: z.int().min(0).optional().describe('Solved examples before the question.'),
  fewshot_dataset: z.string().min(1).optional().describe('File that they come from.'),
  fewshot_delimiter: z.string().optional().describe('Between them.'),
  apply_chat_template: z.boolean().optional().describe("Ask through the model's own chat template."),
});

const choiceFields = z.strictObject({
  type: z.literal('multiple_choice'),
  ...common,
  ...prompt,
  doc_to_text: prompt.doc_to_text.default('{{question}}'),
  doc_to_choice: z
    .union([z.string(), z.array(z.string()).min(2)])
    .default('choices')
    .describe('The choices: a field name, a Jinja template giving a list, or a list of Jinja templates.'),
  doc_to_target: prompt.doc_to_target.default('{{answer}}'),
  answer_format: z
    .enum(ANSWER_FORMATS)
    .optional()
    .describe(
      'What a right answer is in the dataset: the `index` of its choice, from 0; `index_from_1`; its `letter`, A for the first; or its `text`. Default: what every row can be; a file that can be read in two ways, or that seems to count from 1, is refused until this says it.',
    ),
  corpus_metrics: z
    .array(z.enum(CHOICE_CORPUS_METRICS))
    .refine((names) => new Set(names).size === names.length, 'a metric is here twice')
    .default([])
    .describe(
      'More metrics, from the probabilities of the choices: `ece`, the calibration error of the chosen one; for two choices `auc` and `average_precision`, how well the second one is told from the first; and where `doc_to_choice` lists the same classes for every row, those of classes, such as `f1_macro`, `mcc`, `auc_ovr`, one class against the rest, and in gates those of one `class`.',
    ),
  truncation,
});

/** Classes have names, and stand in one order, only where the task itself lists them. */
const multipleChoiceTask = choiceFields.superRefine((options, context) => {
  checkExamples(options, context);
  const { corpus_metrics: names, doc_to_choice } = options;
  const needing = names.find(isOfClasses);
  const isListed = Array.isArray(doc_to_choice) && doc_to_choice.every((choice) => !/\{[{%]/.test(choice));
  if (needing === undefined || isListed) return;
  const message = `${needing} needs the same classes in every row: list them, as in \`doc_to_choice: [negative, positive]\``;
  context.addIssue({ code: 'custom', path: ['corpus_metrics'], message });
});

const generationOptions = z.strictObject({
  max_gen_toks: z.int().min(1).default(256).describe('Longest answer in tokens.'),
  until: z.array(z.string().min(1)).default(['\n']).describe('The answer ends before the first of these.'),
  temperature: z.number().min(0).default(0).describe('0 is greedy.'),
  max_thinking_toks: z
    .int()
    .min(1)
    .optional()
    .describe('Longest thoughts in tokens, with `strip_thinking`. Default: 2048.'),
});

/** Of what is written until the model has said all. */
const openEnded = generationOptions.extend({
  until: generationOptions.shape.until
    .unwrap()
    .default([])
    .describe('The answer ends before the first of these.'),
});

const scorers = z
  .array(z.union([z.string(), z.looseObject({ name: z.string() })]))
  .min(1)
  .superRefine((entries, context) => {
    const metrics = new Set<string>();
    for (const [index, entry] of entries.entries()) {
      const configured = configureScorer(entry);
      if (!configured.ok) {
        for (const { path, message } of configured.issues) {
          context.addIssue({ code: 'custom', path: [index, ...path], message });
        }
        continue;
      }
      for (const { name } of configured.scorer.metrics) {
        if (metrics.has(name)) {
          const message = `two scorers give the metric ${name}: rename one with the option metric`;
          context.addIssue({ code: 'custom', path: [index], message });
        }
        metrics.add(name);
      }
    }
  })
  .describe('What judges the answers: names of scorers, or objects with a name and options.');

const repeats = z
  .int()
  .min(1)
  .max(MOST_REPEATS)
  .optional()
  .describe(
    'Answers to each sample, each with a seed of its own: its score is their mean, a gate may name `pass@k`, `pass^k` and `maj@k` of them, and the report says how much of what moves is chance. Needs a temperature. Default: 1.',
  );

const generateFields = z.strictObject({
  type: z.literal('generate'),
  ...common,
  ...prompt,
  doc_to_text: prompt.doc_to_text.default('{{question}}'),
  doc_to_target: prompt.doc_to_target
    .default('')
    .describe(
      'Field name or Jinja template of the right answer; one that gives a list means any of its members.',
    ),
  generation_kwargs: generationOptions.prefault({}).describe('How the answer is generated.'),
  doc_to_turns: z
    .string()
    .min(1)
    .optional()
    .describe(
      'In place of `doc_to_text`: field name or Jinja template of what the user says, one text a turn. Each is asked after what the model answered to those before it, and is a sample of its own, `<id>-turn-2`; `doc_to_target` then lists a reference a turn, or none. Needs `apply_chat_template`.',
    ),
  doc_to_contexts: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Field name or Jinja template of what the answer is to rest on, a list of texts with the best first, or one text: what `faithfulness` and `context_precision` judge by. A row without any has no score of theirs.',
    ),
  repeats,
  strip_thinking: z
    .boolean()
    .optional()
    .describe(
      'Tells the thoughts of a reasoning model (`<think>`, `◁think▷`, …) from its answer: they have a budget of their own, end at no `until`, are counted apart and never scored. Without an end to them there is no answer.',
    ),
  scorers,
});

const generateTask = generateFields.superRefine(checkScored);

/** Prompts that have no right answer: what is asked is whether both sides answer them in the same way. */
const driftTask = generateFields
  .extend({
    type: z.literal('drift'),
    doc_to_text: prompt.doc_to_text.default('{{prompt}}'),
    apply_chat_template: prompt.apply_chat_template
      .unwrap()
      .default(true)
      .describe("Ask through the model's own chat template, as people do."),
    generation_kwargs: openEnded.prefault({}).describe('How the answer is generated.'),
    scorers: scorers
      .default(['words', 'over_refusal', 'repetition_rate'])
      .describe(
        'What gates may name, and a `judge`, whose scores are compared too. Length, refusals, format, language, repetition and vocabulary are compared whatever stands here.',
      ),
  })
  .superRefine(checkScored);

const checks = z
  .record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/),
    z.union([z.string(), z.looseObject({ name: z.string() })]),
  )
  .superRefine((entries, context) => {
    for (const [name, entry] of Object.entries(entries)) {
      const configured = configureCheck(entry);
      if (configured.ok) continue;
      for (const { path, message } of configured.issues)
        context.addIssue({ code: 'custom', path: [name, ...path], message });
    }
  })
  .optional()
  .describe(
    'Checks by names that cases may write in place of a scorer. Those that ask a judge or another service, run code or read a file have to stand here.',
  );

const casesFields = z.strictObject({
  type: z.literal('cases'),
  dataset: common.dataset.describe(
    'YAML or JSONL file of test cases, relative to the config file: each with `name`, `input` or `messages`, and `checks`.',
  ),
  id_field: z.literal('name').default('name').describe('Cases are known by their names.'),
  tags: z.array(z.string().min(1)).min(1).optional().describe('Only cases with one of these tags.'),
  metadata: common.metadata,
  system_instruction: z.string().optional().describe('System message of cases that bring none.'),
  apply_chat_template: prompt.apply_chat_template
    .unwrap()
    .default(true)
    .describe(
      "Ask through the model's own chat template; without it a case has one `input` and nothing before it.",
    ),
  generation_kwargs: openEnded.prefault({}).describe('How the answer is generated.'),
  repeats: repeats.describe(
    'Answers to each case, each with a seed of its own: a case whose answers disagree on the baseline is flaky, and blocks nothing. Needs a temperature. Default: 1.',
  ),
  strip_thinking: generateFields.shape.strip_thinking,
  checks,
});

const casesTask = casesFields.superRefine(({ repeats: count = 1, generation_kwargs }, context) => {
  if (count > 1) checkTemperature(count, generation_kwargs, context);
});

const perplexityTask = z.strictObject({
  type: z.literal('perplexity'),
  ...common,
  doc_to_text: z
    .string()
    .default('{{text}}')
    .describe('Field name or Jinja template of the text to predict.'),
  per_token: z
    .boolean()
    .optional()
    .describe(
      'Adds `token_perplexity`. Models whose tokenizers cut the texts differently are then not comparable: by words and bytes they are.',
    ),
});

/** What a task of the native runner may say. */
export const nativeTask = z.discriminatedUnion('type', [
  multipleChoiceTask,
  generateTask,
  driftTask,
  casesTask,
  perplexityTask,
]);
export type NativeTask = z.infer<typeof nativeTask>;
export type MultipleChoiceTask = z.infer<typeof multipleChoiceTask>;
/** Tasks whose answers scorers look at. */
export type GenerateTask = z.infer<typeof generateTask> | z.infer<typeof driftTask>;
export type CasesTask = z.infer<typeof casesTask>;
/** Tasks whose model writes its answers. */
export type AnsweredTask = GenerateTask | CasesTask;

/** Of a task that may be capped. */
export const limitOf = (options: NativeTask): number | undefined =>
  'limit' in options ? options.limit : undefined;

export const hasScorers = (options: NativeTask): options is GenerateTask =>
  options.type === 'generate' || options.type === 'drift';

export const isAnswered = (options: NativeTask): options is AnsweredTask =>
  hasScorers(options) || options.type === 'cases';
export type PerplexityTask = z.infer<typeof perplexityTask>;
/** The options that decide what stands before the model's answer. */
export type PromptOptions = MultipleChoiceTask | GenerateTask;
