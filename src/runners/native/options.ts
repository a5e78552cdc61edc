import { z } from 'zod';

/** Fields that every native task has; names as in lm-evaluation-harness where it has one. */
const common = {
  dataset: z.string().min(1).describe('JSONL, JSON or CSV file, also gzipped, relative to the config file.'),
  id_field: z
    .string()
    .default('id')
    .describe('Field with the unique id of a row; rows without one are numbered by content.'),
  group_field: z.string().optional().describe('Field with the subtask of a row, such as a subject.'),
  cluster_field: z
    .string()
    .optional()
    .describe('Field naming rows that are not independent, such as a passage.'),
  limit: z
    .int()
    .min(1)
    .optional()
    .describe('Evaluate only this many samples, drawn by the seed, never the first ones.'),
  truncation: z
    .enum(['refuse', 'left'])
    .default('refuse')
    .describe('What to do with a prompt longer than the context.'),
};

const prompt = {
  doc_to_text: z.string().describe('Jinja template of the prompt.'),
  doc_to_target: z
    .string()
    .describe('Jinja template of the right answer (for choices: its index or its text).'),
  description: z.string().default('').describe('Jinja template put before everything.'),
  target_delimiter: z.string().default(' ').describe('Between prompt and answer.'),
  num_fewshot: z.int().min(0).default(0).describe('Solved examples before the question.'),
  fewshot_dataset: z.string().optional().describe('File the solved examples come from.'),
  fewshot_delimiter: z.string().default('\n\n').describe('Between solved examples.'),
  apply_chat_template: z.boolean().default(false).describe("Ask through the model's own chat template."),
  system_instruction: z.string().optional().describe('System message, with a chat template only.'),
};

export const multipleChoiceTask = z.strictObject({
  type: z.literal('multiple_choice'),
  ...common,
  ...prompt,
  doc_to_text: prompt.doc_to_text.default('{{question}}'),
  doc_to_choice: z
    .union([z.string(), z.array(z.string())])
    .default('choices')
    .describe('The choices: a field name, a Jinja template giving a list, or a list of Jinja templates.'),
  doc_to_target: prompt.doc_to_target.default('{{answer}}'),
});

export const generationOptions = z.strictObject({
  max_gen_toks: z.int().min(1).default(256).describe('Longest answer in tokens.'),
  until: z.array(z.string().min(1)).default(['\n']).describe('The answer ends before the first of these.'),
  temperature: z.number().min(0).default(0).describe('0 is greedy.'),
});

export const generateTask = z.strictObject({
  type: z.literal('generate'),
  ...common,
  ...prompt,
  doc_to_target: prompt.doc_to_target.default(''),
  generation_kwargs: generationOptions.prefault({}),
  scorers: z.array(z.union([z.string(), z.looseObject({ name: z.string() })])).min(1),
});

export const perplexityTask = z.strictObject({
  type: z.literal('perplexity'),
  ...common,
  doc_to_text: z.string().default('{{text}}').describe('Jinja template of the text to predict.'),
});

/** What a task of the native runner may say. */
export const nativeTask = z.discriminatedUnion('type', [multipleChoiceTask, generateTask, perplexityTask]);
export type NativeTask = z.infer<typeof nativeTask>;
