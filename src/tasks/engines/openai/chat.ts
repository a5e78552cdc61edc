import { z } from 'zod';
import { Malformed } from '../../../adapters/http/malformed.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { DescribedModel } from '../engine.ts';
import { endAtStop, finishOf, plainSampling, sentStops } from './completions.ts';
import type { Dialect } from './dialect.ts';
import { type Endpoint, mostTokens, usageSchema } from './endpoint.ts';
import type { Server } from './server.ts';

const completion = z.object({
  model: z.string().optional(),
  choices: z.tuple([
    z.object({
      index: z.literal(0).optional(),
      message: z.object({ content: z.string().nullable(), refusal: z.string().nullish() }),
      finish_reason: z.string().nullish(),
      stop_reason: z.union([z.string(), z.number()]).nullish(),
    }),
  ]),
  usage: usageSchema,
});

const turns = z
  .array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }))
  .min(1);

/** A template whose text is the turns themselves, which the server puts into its own. */
export const TURNS: NonNullable<DescribedModel['chatTemplate']> = {
  template: '{{ messages | tojson }}',
  ...{ bosToken: '', eosToken: '' },
};

/** `POST /v1/chat/completions`: the server's own chat template, and no log-likelihoods of what it is given. */
export function chatApi(endpoint: Endpoint, { kind }: Server): Dialect {
  const { model } = endpoint.address;
  return {
    ...{ name: 'chat', tokenize: null, prepended: null, prefix: null, scorings: [] },
    async generate(prompt, { maxTokens, stop, temperature, seed }) {
      const messages = turnsOf(prompt);
      return endpoint.postStreamed(
        `${endpoint.base}/chat/completions`,
        {
          ...{ model, messages, max_tokens: maxTokens, temperature, seed },
          ...plainSampling(kind),
          ...sentStops(stop),
        },
        completion,
        // Each turn is put between marks of a few tokens.
        { prompt: mostTokens(String(prompt)) + 64 * messages.length, output: maxTokens },
        ({ usage }) => ({ prompt: usage.prompt_tokens, output: usage.completion_tokens }),
        ({ choices: [choice], usage }, timing) => {
          const { message, finish_reason: reason, stop_reason: stopReason } = choice;
          const said = message.content ?? message.refusal ?? (reason === 'length' ? '' : null);
          if (said === null) throw new Malformed('the answer has no content');
          const { text, isStopped } = endAtStop(said, stop);
          return {
            text,
            finish: finishOf(reason, stopReason, isStopped, stop),
            promptTokens: usage.prompt_tokens,
            outputTokens: usage.completion_tokens,
            timing,
          };
        },
      );
    },
  };
}

function turnsOf(prompt: unknown): z.infer<typeof turns> {
  try {
    return turns.parse(JSON.parse(String(prompt)));
  } catch {
    throw new WeighbridgeError(
      'config',
      'the engine asks in chat turns, and the task asks with a plain text',
      {
        fix: 'set `apply_chat_template: true` in the task and leave strip_thinking out, or set `engine: { api: completions }`',
      },
    );
  }
}
