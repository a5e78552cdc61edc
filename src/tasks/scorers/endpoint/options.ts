import { z } from 'zod';
import { checkBudget, paidOptions } from '../asking/options.ts';
import { customOptions } from '../command/options.ts';

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
  ...paidOptions,
};

const beside = z
  .enum(['question', 'target'])
  .default('question')
  .describe('What the answer is held against: the question, or the right answer.');

export const endpointOptions = z
  .discriminatedUnion('api', [
    z.strictObject({
      api: z.literal('score').describe('`POST /score` of vLLM and SGLang: how well two texts fit.'),
      beside,
      ...common,
    }),
    z.strictObject({
      api: z
        .literal('rerank')
        .describe(
          '`POST /v1/rerank` of vLLM, llama-server, Jina and others: the same, one request an answer.',
        ),
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
  ])
  .superRefine(checkBudget);

export type EndpointOptions = z.infer<typeof endpointOptions>;
