import { z } from 'zod';
import { Malformed } from '../../../adapters/http/malformed.ts';
import { NoAnswer } from '../../../adapters/http/service.ts';
import type { GenerateAnswer } from '../engine.ts';
import type { Dialect, GivenPrompt, Scoring, TokenScore } from './dialect.ts';
import { type Endpoint, mostTokens, NO_TOKENS, quote, type Timing, usageSchema } from './endpoint.ts';
import type { Server, ServerKind } from './server.ts';
import { specialTokens, tokenizing } from './tokenizing.ts';

const likelihood = z.number().nullable();

const choice = z.object({
  index: z.literal(0).optional(),
  text: z.string(),
  finish_reason: z.string().nullish(),
  /** vLLM and SGLang: the stop string, or null where the model ended by itself. */
  stop_reason: z.union([z.string(), z.number()]).nullish(),
  logprobs: z
    .object({
      token_logprobs: z.array(likelihood),
      top_logprobs: z.array(z.record(z.string(), likelihood).nullable()).nullish(),
      tokens: z.array(z.string()).nullish(),
    })
    .loose()
    .nullish()
    .catch(null),
  prompt_logprobs: z.array(z.record(z.string(), z.object({ logprob: likelihood })).nullable()).nullish(),
});

const completion = z.object({
  model: z.string().optional(),
  choices: z.tuple([choice]),
  usage: usageSchema,
});

const tokenized = z.object({
  tokens: z.array(z.int()),
  token_strs: z.array(z.string()).nullish(),
  model: z.string().optional(),
});

/** What would change the model's distribution where a server takes its defaults from the checkpoint's generation_config.json. */
export const plainSampling = (kind: ServerKind): object =>
  kind === 'vllm' || kind === 'sglang'
    ? { top_p: 1, top_k: -1, min_p: 0, repetition_penalty: 1 }
    : { top_p: 1 };

/** More than these are refused by OpenAI's own service; the rest is cut off here. */
const MOST_STOPS = 4;

/** Where a text ends, for servers that keep the stop string, or are not told of all. */
export function endAtStop(text: string, stop: readonly string[]): { text: string; isStopped: boolean } {
  const places = stop.filter(Boolean).flatMap((each) => {
    const at = text.indexOf(each);
    return at < 0 ? [] : [at];
  });
  return places.length === 0
    ? { text, isStopped: false }
    : { text: text.slice(0, Math.min(...places)), isStopped: true };
}

export const sentStops = (stop: readonly string[]): { stop?: readonly string[] } =>
  stop.length === 0 ? {} : { stop: stop.slice(0, MOST_STOPS) };

/** Why it ended. A server that does not tell a stop string from the model's own end is believed to have met the string. */
export function finishOf(
  reason: string | null | undefined,
  stopReason: string | number | null | undefined,
  isStopped: boolean,
  stop: readonly string[],
): GenerateAnswer['finish'] {
  if (isStopped) return 'stop';
  if (reason === 'length') return 'length';
  if (reason !== 'stop')
    throw new Malformed(`the answer ended for the reason ${reason == null ? 'null' : quote(reason)}`);
  if (stopReason === undefined) return stop.length === 0 ? 'end_of_text' : 'stop';
  return typeof stopReason === 'string' ? 'stop' : 'end_of_text';
}

/**
 * `POST /v1/completions` as OpenAI had it, with what vLLM and SGLang have beside it.
 * @param names texts of the model's BOS and EOS, which these servers do not tell, as far as its files do
 */
export async function completionsApi(
  endpoint: Endpoint,
  { kind }: Server,
  names: readonly string[],
): Promise<Dialect> {
  const { model } = endpoint.address;
  const completing =
    (mayStream: boolean): Complete =>
    (prompt, maxTokens, body, interpret) =>
      endpoint[mayStream ? 'postStreamed' : 'post'](
        `${endpoint.base}/completions`,
        { model, prompt, max_tokens: maxTokens, ...body },
        completion,
        { prompt: mostTokens(prompt), output: maxTokens },
        ({ usage }) => ({ prompt: usage.prompt_tokens, output: usage.completion_tokens }),
        interpret,
      );
  const complete = completing(false);
  const write = completing(true);
  const split = (text: string, _: boolean, add = false) => {
    const body = { model, prompt: text, add_special_tokens: add, return_token_strs: true };
    const url = `${endpoint.root}/tokenize`;
    return endpoint.post(
      url,
      body,
      tokenized,
      NO_TOKENS,
      () => NO_TOKENS,
      (answer) => ({
        ids: answer.tokens,
        pieces: answer.token_strs?.length === answer.tokens.length ? answer.token_strs : null,
      }),
    );
  };
  const echo = echoScoring(complete);
  // Older versions tell no tokens.
  const known = (kind === 'vllm' || kind === 'sglang') && (await isThere(() => split('a', true)));
  const special = known ? await specialTokens(split, names) : { prepended: null, prefix: null };
  return {
    name: 'completions',
    tokenize: known ? tokenizing(split).tokenize : null,
    ...special,
    scorings: known ? [echo, promptLikelihoods(complete)] : [echo],
    generate(prompt, { maxTokens, stop, temperature, seed }) {
      const body = { temperature, seed, ...plainSampling(kind), ...sentStops(stop) };
      return write(prompt, maxTokens, body, ({ choices: [choice], usage }, timing) => {
        const { text, isStopped } = endAtStop(choice.text, stop);
        return {
          text,
          finish: finishOf(choice.finish_reason, choice.stop_reason, isStopped, stop),
          promptTokens: usage.prompt_tokens,
          outputTokens: usage.completion_tokens,
          timing,
        };
      });
    },
  };
}

const isThere = (ask: () => Promise<unknown>): Promise<boolean> =>
  ask().then(
    () => true,
    (error: unknown) => {
      const status = error instanceof Error && error.cause instanceof NoAnswer ? error.cause.status : null;
      if (status === 404 || status === 405 || status === 501) return false;
      throw error;
    },
  );

type Complete = <R>(
  prompt: GivenPrompt,
  maxTokens: number,
  body: object,
  interpret: (answer: z.infer<typeof completion>, timing: Timing) => R,
) => Promise<R>;

/** A probability above 1 is none. */
const scoreOf = (value: number | null | undefined, best: number): TokenScore => {
  const logLikelihood = typeof value === 'number' && value <= 0 ? value : Number.NaN;
  return { logLikelihood, isGreedy: logLikelihood >= best };
};

/** `echo` with `logprobs`: the server repeats the prompt, and says how likely each of its tokens was. */
function echoScoring(complete: Complete): Scoring {
  const scores = (prompt: GivenPrompt): Promise<readonly TokenScore[]> =>
    complete(prompt, 1, { temperature: 0, echo: true, logprobs: 1 }, ({ choices: [choice], usage }) => {
      const { token_logprobs: own = [], top_logprobs: tops } = choice.logprobs ?? {};
      const expected = usage.prompt_tokens + usage.completion_tokens;
      const isWhole = typeof prompt === 'string' || usage.prompt_tokens === prompt.length;
      if (own.length !== expected || !isWhole) {
        throw new Malformed(
          `the server gave log-likelihoods of ${own.length} of ${expected} tokens, and read ${usage.prompt_tokens}`,
        );
      }
      return own.slice(0, usage.prompt_tokens).map((value, i) => {
        const others = Object.values(tops?.[i] ?? {}).filter((each) => each !== null);
        return scoreOf(value, others.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...others));
      });
    });
  const lengths = new Map<string, Promise<number>>();
  const lengthOf = (context: string): Promise<number> => {
    const known = lengths.get(context);
    if (known !== undefined) return known;
    if (lengths.size > 100) lengths.clear();
    const length = context === '' ? Promise.resolve(0) : scores(context).then((all) => all.length);
    lengths.set(context, length);
    length.catch(() => lengths.delete(context));
    return length;
  };
  return {
    name: 'echo',
    score: async (context, continuation) =>
      (await scores([...context, ...continuation])).slice(context.length),
    async scoreText(context, continuation) {
      const [contextTokens, whole] = await Promise.all([lengthOf(context), scores(context + continuation)]);
      return { scores: whole.slice(contextTokens), contextTokens };
    },
  };
}

/** `prompt_logprobs` of vLLM: for each token of the prompt a map from ids, its own among them, to log-likelihoods. */
function promptLikelihoods(complete: Complete): Scoring {
  return {
    name: 'prompt_logprobs',
    score(context, continuation) {
      const ids = [...context, ...continuation];
      return complete(ids, 1, { temperature: 0, prompt_logprobs: 1 }, ({ choices: [choice] }) => {
        const all = choice.prompt_logprobs ?? [];
        if (all.length !== ids.length) {
          throw new Malformed(`the server gave log-likelihoods of ${all.length} of ${ids.length} tokens`);
        }
        return continuation.map((id, i) => {
          const found = all[context.length + i] ?? {};
          const values = Object.values(found).flatMap(({ logprob }) => (logprob === null ? [] : [logprob]));
          return scoreOf(found[String(id)]?.logprob, Math.max(...values));
        });
      });
    },
  };
}
