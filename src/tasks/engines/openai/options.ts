import { z } from 'zod';
import { secondsLimit } from '../timed.ts';

const serve = z.strictObject({
  command: z
    .array(z.string())
    .min(1)
    .describe(
      'Program and arguments, run without a shell in the folder of this file. `{checkpoint}`, `{adapter}`, `{port}` and `{model}` stand for the paths of the side, a free port and the name of the model. Needs `policy: { allow: [unsafe_code] }`.',
    ),
  reads: z
    .array(z.string().min(1))
    .optional()
    .describe(
      'Files and folders besides, relative to the config file, on which what is served depends, such as those that `sh -c` or `make` reads: a pull request that changes them changes the suite.',
    ),
  ready_seconds: secondsLimit
    .default(600)
    .describe('Longest time until the server has loaded the checkpoint and answers.'),
  path: z
    .string()
    .regex(/^(\/[\w.-]+)*$/)
    .default('/v1')
    .describe('Where on the server the API lies.'),
});

const budget = z.strictObject({
  tokens: z.int().min(1).optional().describe('Tokens read and written, together.'),
  requests: z.int().min(1).optional().describe('Requests sent, each try counted.'),
  cost: z.number().positive().optional().describe('Money, in the unit of `price`, which it needs.'),
});

const price = z.strictObject({
  prompt: z.number().min(0).describe('Of a million tokens read.'),
  output: z.number().min(0).describe('Of a million tokens written.'),
});

export type Budget = z.infer<typeof budget>;
export type Price = z.infer<typeof price>;
export type ServeOptions = z.infer<typeof serve>;

/** Settings of an endpoint. Those that can change a result enter the fingerprint, with what the server says of itself. */
export const openAiOptions = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Address of the API, for sides that are `{model}` without one, such as `http://localhost:8000/v1`. With it the key goes to no other server.',
    ),
  model: z.string().min(1).optional().describe('Name of the model, for sides that are `{url}` without one.'),
  api_key_env: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .optional()
    .describe('Environment variable with the key. It is sent as a bearer token and never stored.'),
  api: z
    .enum(['completions', 'chat'])
    .default('completions')
    .describe(
      '`completions` sends texts, which log-likelihoods and tasks without a chat template need. `chat` sends turns and leaves the chat template to the server.',
    ),
  context_size: z
    .int()
    .min(16)
    .optional()
    .describe('Tokens that prompt and answer share. Default: what the server says.'),
  concurrency: z
    .int()
    .min(1)
    .max(256)
    .default(32)
    .describe('Most requests under way at once. It starts with two and finds out how many the server bears.'),
  timeout_seconds: secondsLimit.default(300).describe('Longest time for one try of a request.'),
  deadline_seconds: secondsLimit.default(1800).describe('Longest time for one request with all its tries.'),
  task_deadline_seconds: secondsLimit
    .optional()
    .describe('Longest time for one task; what is answered by then is kept, and the task is not complete.'),
  attempts: z.int().min(1).max(20).default(8).describe('Tries of one request before its task ends.'),
  price: price.optional().describe('What a million tokens cost, in any unit.'),
  budget: budget
    .optional()
    .describe(
      'What one evaluation may spend on all its sides. It ends before it spends more, and what is left unanswered never passes.',
    ),
  serve: serve
    .optional()
    .describe(
      'Starts a server for each side that names weights, one after the other, and ends it afterwards.',
    ),
});

export type OpenAiOptions = z.infer<typeof openAiOptions>;
