import { z } from 'zod';
import { openAiOptions } from '../../engines/openai/options.ts';
import { customOptions } from '../command/options.ts';
import { serviceOptions } from '../service.ts';

const { budget, price } = openAiOptions.shape;
const { timeout_seconds: _, ...custom } = customOptions;

const common = {
  ...custom,
  url: z
    .url({ protocol: /^https?$/ })
    .describe('Address of what is asked, path included, such as `http://localhost:8000/score`.'),
  model: z.string().min(1).describe('Model that scores, as the service calls it.'),
  version: z
    .string()
    .min(1)
    .describe(
      'Version or digest of its weights, such as `my-reward-model@sha256:…`: it enters the fingerprint.',
    ),
  concurrency: z.int().min(1).max(256).default(8).describe('Most requests under way at once.'),
  price,
  budget: budget.describe(
    'What this scorer may spend in one evaluation, on all its answers. It ends before it spends more, and what is left unscored never passes.',
  ),
  ...serviceOptions,
};

const beside = z
  .enum(['question', 'target'])
  .default('question')
  .describe('What the answer is held against: the question, or the right answer.');

export const endpointOptions = z.discriminatedUnion('api', [
  z.strictObject({
    api: z.literal('score').describe('`POST /score` of vLLM and SGLang: how well two texts fit.'),
    beside,
    ...common,
  }),
  z.strictObject({
    api: z
      .literal('rerank')
      .describe('`POST /v1/rerank` of vLLM, llama-server, Jina and others: the same, one request an answer.'),
    beside,
    ...common,
  }),
  z.strictObject({
    api: z
      .literal('classify')
      .describe('`POST /classify` of vLLM and SGLang: a classifier, or a reward model with one class.'),
    class: z
      .union([z.int().min(0), z.string().min(1)])
      .describe(
        'What the score is: the number of the class at this place, from 0; or 1 where the class that the service names is this one, else 0.',
      ),
    conversation: z
      .boolean()
      .default(false)
      .describe(
        'Send question and answer as two turns, as a reward model is asked, one request an answer. Else the answer alone.',
      ),
    ...common,
  }),
  z.strictObject({
    api: z
      .literal('scores')
      .describe(
        'A service of yours: in comes `{"model", "answers": [{"text", "question", "targets"}]}`, out goes `{"scores": […]}` in the same order, each a number or `{"unscored": "why"}`.',
      ),
    ...common,
  }),
]);

export type EndpointOptions = z.infer<typeof endpointOptions>;

/** What decides no score: how it is asked, and what that may cost. */
export const UNSCORING = [
  ...['url', 'api_key_env', 'timeout_seconds', 'attempts', 'concurrency', 'price', 'budget'],
] as const;
