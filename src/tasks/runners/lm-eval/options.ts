import { z } from 'zod';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Names as on the command line of lm_eval. */
const argumentName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);

/** An argument list is cut at commas, whatever they stand in. */
const argument = z
  .union([z.string().regex(/^[^,]*$/), z.number(), z.boolean()])
  .describe('A value without a comma: lm_eval would cut it there.');

export const MODEL_TYPES = ['hf', 'vllm', 'local-completions', 'local-chat-completions'] as const;
export type ModelType = (typeof MODEL_TYPES)[number];

/** Arguments with which something else would be evaluated than what the report names. */
const IDENTITY: readonly string[] = [
  'pretrained',
  'revision',
  'subfolder',
  'gguf_file',
  'peft',
  'delta',
  'enable_lora',
  'lora_local_path',
  'model',
  'base_url',
];

/** Flags that the runner sets itself, or that would make the files prove something else. */
const RESERVED: readonly string[] = [
  ...[
    'model',
    'model_args',
    'tasks',
    'num_fewshot',
    'batch_size',
    'device',
    'gen_kwargs',
    'limit',
    'samples',
    'seed',
  ],
  ...[
    'output_path',
    'log_samples',
    'include_path',
    'apply_chat_template',
    'fewshot_as_multiturn',
    'system_instruction',
  ],
  ...[
    'use_cache',
    'cache_requests',
    'predict_only',
    'config',
    'trust_remote_code',
    'confirm_run_unsafe_code',
    'help',
  ],
];

const ELSEWHERE: Readonly<Record<string, string>> = {
  use_cache: 'answers of one model must never reach another',
  predict_only: 'nothing would be scored',
  trust_remote_code: 'write `policy: { allow: [trust_remote_code] }`',
  confirm_run_unsafe_code: 'write `policy: { allow: [unsafe_code] }`',
};

/** The reserved flag that argparse would take this one for: every beginning of a flag stands for it. */
function reservedFlag(name: string): string | null {
  return RESERVED.find((flag) => flag.startsWith(name)) ?? null;
}

/** What a task of the lm-eval runner may say. */
export const lmEvalTask = z.strictObject({
  task: z
    .string()
    .min(1)
    .regex(/^[^,\s-][^,\n]*$/)
    .optional()
    .describe(
      'Task or group as lm_eval names it, or the path of a YAML file relative to this file. Default: the name of this task.',
    ),
  model: z
    .enum(MODEL_TYPES)
    .optional()
    .describe(
      'What of lm_eval loads the model: `hf` (default) or `vllm` for weights, `local-completions` (default) or `local-chat-completions` for endpoints.',
    ),
  model_args: z
    .record(argumentName, argument)
    .superRefine((args, context) => {
      for (const name of Object.keys(args).filter((each) => IDENTITY.includes(each))) {
        const message = `${name} says which model it is: name that as candidate and baseline`;
        context.addIssue({ code: 'custom', path: [name], message });
      }
    })
    .default({})
    .describe(
      'More arguments of the model, such as `dtype: bfloat16`. Which model it is comes from candidate and baseline.',
    ),
  num_fewshot: z
    .int()
    .min(0)
    .optional()
    .describe("Solved examples before the question. Default: the task's own."),
  apply_chat_template: z
    .union([z.boolean(), z.string().min(1)])
    .default(false)
    .describe("Ask through the model's chat template, or through the one of this name."),
  fewshot_as_multiturn: z.boolean().optional().describe('Solved examples as turns of the chat.'),
  system_instruction: z.string().min(1).optional().describe('Put before everything.'),
  gen_kwargs: z
    .record(argumentName, z.union([scalar, z.array(z.string())]))
    .optional()
    .describe("Generation settings in place of the task's own, such as `temperature: 0`."),
  batch_size: z
    .union([z.int().min(1), z.string().regex(/^auto(:[1-9][0-9]*)?$/)])
    .optional()
    .describe('Requests at a time: a number, `auto` or `auto:N`. Default: that of lm_eval.'),
  device: z
    .string()
    .regex(/^[a-z]+(:[0-9]+)?$/)
    .optional()
    .describe('Such as `cuda:0` or `cpu`. Default: that of lm_eval.'),
  seed: z
    .union([z.int().min(0), z.array(z.int().min(0)).length(4)])
    .optional()
    .describe(
      'One seed, or those of Python, NumPy, Torch and the solved examples. Default: those of lm_eval.',
    ),
  include_path: z
    .string()
    .min(1)
    .optional()
    .describe('Folder with task YAML files of your own, relative to this file.'),
  limit: z
    .number()
    .gt(0)
    .optional()
    .describe(
      'Evaluate only the first so many documents, or this share of them when below 1: a prefix of the file and no random sample, so a run that is judged should not have one.',
    ),
  extra_args: z
    .record(argumentName, scalar)
    .superRefine((flags, context) => {
      for (const name of Object.keys(flags)) {
        const flag = reservedFlag(name);
        if (flag === null) continue;
        const message = `--${name} would be read as --${flag}, which the runner decides: ${ELSEWHERE[flag] ?? `use the option ${flag} where there is one`}`;
        context.addIssue({ code: 'custom', path: [name], message });
      }
    })
    .default({})
    .describe(
      'Further flags of lm_eval by name, such as `max_batch_size: 64`; `true` for a flag without a value.',
    ),
  // A timer that is given more than 24 days ends at once.
  timeout_minutes: z
    .number()
    .positive()
    .max(10_000)
    .optional()
    .describe('Ends lm_eval, with everything it started, after this time.'),
});

export type LmEvalTask = z.infer<typeof lmEvalTask>;
