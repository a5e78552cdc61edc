import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { Malformed } from '../../../adapters/http/malformed.ts';
import type { GenerateAnswer } from '../engine.ts';
import type { Dialect, GivenPrompt, Scoring } from './dialect.ts';
import { type Endpoint, mostTokens, NO_TOKENS, type Timing } from './endpoint.ts';
import type { Server } from './server.ts';
import { specialTokens, tokenizing } from './tokenizing.ts';

const tokenized = z.object({
  tokens: z.array(z.object({ id: z.int(), piece: z.union([z.string(), z.array(z.int())]) })),
});

const completion = z.object({
  index: z.literal(0).optional(),
  content: z.string(),
  model: z.string().optional(),
  tokens_evaluated: z.int().min(0),
  tokens_predicted: z.int().min(0),
  truncated: z.literal(false),
  stop_type: z.enum(['eos', 'word', 'limit']),
  timings: z
    .object({ prompt_ms: z.number().min(0) })
    .optional()
    .catch(undefined),
  completion_probabilities: z
    .array(
      z.object({
        id: z.int(),
        logprob: z.number(),
        top_logprobs: z.array(z.object({ id: z.int(), logprob: z.number() })),
      }),
    )
    .optional(),
});

const FINISH = { eos: 'end_of_text', word: 'stop', limit: 'length' } as const satisfies Record<
  z.infer<typeof completion>['stop_type'],
  GenerateAnswer['finish']
>;

/** Nothing that changes the model's own distribution but the temperature. */
const PLAIN_SAMPLING = {
  samplers: ['temperature'],
  ...{ top_k: 0, top_p: 1, min_p: 0, typical_p: 1, repeat_penalty: 1, dynatemp_range: 0 },
  ...{ presence_penalty: 0, frequency_penalty: 0, mirostat: 0, dry_multiplier: 0, xtc_probability: 0 },
};

/**
 * llama.cpp's server by its own API (tools/server/README.md), which has what its route of OpenAI's has not. It gives no
 * log-likelihoods of a prompt: a grammar that admits one token at each place makes it write the continuation, and tells what the
 * model thought of each token before the grammar was applied (`n_probs` without `post_sampling_probs`).
 */
export async function llamaServer(endpoint: Endpoint, { chatTemplate }: Server): Promise<Dialect> {
  const complete = <R>(
    prompt: GivenPrompt,
    length: number,
    body: object,
    interpret: (answer: z.infer<typeof completion>, timing: Timing) => R,
  ): Promise<R> =>
    endpoint.post(
      `${endpoint.root}/completion`,
      { prompt, n_predict: length, stream: false, cache_prompt: true, ...PLAIN_SAMPLING, ...body },
      completion,
      { prompt: mostTokens(prompt), output: length },
      ({ tokens_evaluated: prompt, tokens_predicted: output }) => ({ prompt, output }),
      interpret,
    );
  const split = (text: string, special: boolean, add = false) => {
    const body = { content: text, add_special: add, parse_special: special, with_pieces: true };
    const url = `${endpoint.root}/tokenize`;
    return endpoint.post(
      url,
      body,
      tokenized,
      NO_TOKENS,
      () => NO_TOKENS,
      ({ tokens }) => ({
        ids: tokens.map(({ id }) => id),
        pieces: tokens.map(({ piece }) => textOf(piece)),
      }),
    );
  };
  const forced: Scoring = {
    name: 'forced tokens',
    score(context, continuation) {
      const grammar = `root ::= ${continuation.map((id) => `<[${id}]>`).join(' ')}`;
      const body = { grammar, n_probs: 1, temperature: 0 };
      return complete(context, continuation.length, body, ({ completion_probabilities: tokens = [] }) => {
        if (tokens.length !== continuation.length || tokens.some(({ id }, i) => id !== continuation[i])) {
          throw new Malformed(
            `the server scored ${tokens.length} of ${continuation.length} tokens, or other ones`,
          );
        }
        return tokens.map(({ id, logprob, top_logprobs: [top] }) => ({
          logLikelihood: logprob <= 0 ? logprob : Number.NaN,
          isGreedy: top?.id === id,
        }));
      });
    },
  };
  const { prepended, prefix } = await specialTokens(split, [
    chatTemplate?.bosToken ?? '',
    chatTemplate?.eosToken ?? '',
  ]);
  return {
    name: 'llama-server',
    ...tokenizing(split),
    ...{ prepended, prefix },
    scorings: [forced],
    generate: (prompt, { maxTokens, stop, temperature, seed }) =>
      complete(prompt, maxTokens, { stop, temperature, seed }, (answer, { seconds }) => ({
        text: answer.content,
        finish: FINISH[answer.stop_type],
        promptTokens: answer.tokens_evaluated,
        outputTokens: answer.tokens_predicted,
        timing: { seconds, ...firstTokenOf(answer, seconds) },
      })),
  };
}

/** The first token is drawn when the prompt has been read, whose time the server tells. */
function firstTokenOf({ timings }: z.infer<typeof completion>, seconds: number) {
  const first = (timings?.prompt_ms ?? Number.NaN) / 1000;
  return first <= seconds ? { firstTokenSeconds: first } : {};
}

const textOf = (piece: string | readonly number[]): string =>
  typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
