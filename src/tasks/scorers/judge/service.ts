import { z } from 'zod';
import { authorization } from '../../../adapters/http/api-key.ts';
import { Malformed } from '../../../adapters/http/malformed.ts';
import { MALFORMED, NoAnswer, Service } from '../../../adapters/http/service.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { Endpoint, mostTokens, usageSchema } from '../../engines/openai/endpoint.ts';
import { Ledger } from '../../engines/openai/ledger.ts';
import { openAiOptions } from '../../engines/openai/options.ts';
import { findServer } from '../../engines/openai/server.ts';
import type { RubricOptions } from './options.ts';
import type { GradeRequest } from './prompt.ts';

/** Who judges, as far as the service says. */
export interface JudgeIdentity {
  /** Name under which the service answers, which may be a dated one. */
  readonly model: string;
  /** The service's own name for its build; null where it has none, or it does not count. */
  readonly fingerprint: string | null;
  /** Server with its version, and what it says of the weights, as JSON; null where it says nothing. */
  readonly server: string | null;
}

/** What came of one request: a text of the judge, or why there is none and never will be. */
export type Reply = { readonly text: string } | { readonly fault: string };

const ANSWER_BYTES = 4 * 1024 ** 2;

const completion = z.object({
  model: z.string().optional(),
  system_fingerprint: z.string().nullish(),
  choices: z.tuple([
    z.object({
      message: z.object({ content: z.string().nullable(), refusal: z.string().nullish() }),
      finish_reason: z.string().nullish(),
    }),
  ]),
  usage: usageSchema.optional(),
});
type Completion = z.infer<typeof completion>;

/** A chat endpoint that judges, with one pace and one budget for all that it is asked. */
export class JudgeService {
  readonly #options: RubricOptions;
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #service: Service;
  readonly #ledger: Ledger;

  /** @throws WeighbridgeError `config` for a key that is not set */
  constructor(options: RubricOptions) {
    this.#options = options;
    this.#base = options.url.replace(/\/+$/, '').replace(/(\/chat)?\/completions$/, '');
    this.#headers = { 'content-type': 'application/json', ...authorization(options.api_key_env) };
    this.#service = new Service({
      attempts: options.attempts,
      requestMs: options.timeout_seconds * 1000,
      bytes: ANSWER_BYTES,
      concurrency: options.concurrency,
    });
    this.#ledger = new Ledger(options.budget, options.price, 'scorers.judge.budget');
  }

  /**
   * Asks something small, so that a judge which cannot be asked is known before a model is.
   * @throws WeighbridgeError where it gives no answer
   */
  async identify(request: GradeRequest, signal: AbortSignal): Promise<JudgeIdentity> {
    const { max_tokens: _, response_format: __, ...asked } = request;
    const found = await this.#post({ ...asked, max_tokens: 1 }, signal);
    const { url, model, api_key_env } = this.#options;
    const look = openAiOptions.parse({ url, model, api_key_env });
    const endpoint = new Endpoint({ url, model }, look, new Ledger(), signal);
    // Gateways list no models, or call them otherwise: the model has answered, and that is enough.
    const server = await findServer(endpoint).catch((error: unknown) => {
      if (error instanceof WeighbridgeError) return null;
      throw error;
    });
    return {
      ...this.#saidOf(found),
      server: server === null ? null : JSON.stringify([server.version, server.serves]),
    };
  }

  /**
   * @param identity who is to answer
   * @throws WeighbridgeError where a service is down, refuses the key, has spent its budget or became another: what was asked can be
   * asked again
   */
  async ask(request: GradeRequest, identity: JudgeIdentity, signal: AbortSignal): Promise<Reply> {
    let found: Completion;
    try {
      found = await this.#post(request, signal);
    } catch (error) {
      const cause = error instanceof WeighbridgeError ? error.cause : null;
      if (!(cause instanceof NoAnswer) || !REFUSED.includes(cause.status ?? 0)) throw error;
      return { fault: `the judge has no reply to it: ${cause.why}` };
    }
    this.#requireSame(this.#saidOf(found), identity);
    const [{ message, finish_reason: reason }] = found.choices;
    if (reason === 'length')
      return { fault: `the reply of the judge was cut off after ${request.max_tokens} tokens` };
    if (message.refusal != null || message.content === null) return { fault: 'the judge refused' };
    return { text: message.content };
  }

  async #post(request: GradeRequest, signal: AbortSignal): Promise<Completion> {
    const text = request.messages.map(({ content }) => content).join('\n');
    const most = { prompt: mostTokens(text) + 128, output: request.max_tokens };
    const entry = this.#ledger.entry(most);
    const init = { method: 'POST', headers: { ...this.#headers }, body: JSON.stringify(request) };
    try {
      const found = await this.#service.ask(
        `${this.#base}/chat/completions`,
        init,
        readCompletion,
        signal,
        entry,
      );
      const { prompt_tokens: prompt, completion_tokens: output } = found.usage ?? {};
      // A service that does not say what it took is taken to have taken all that it could.
      entry.settle({ prompt: prompt ?? most.prompt, output: output ?? most.output });
      return found;
    } catch (error) {
      throw error instanceof NoAnswer ? this.#refusal(error) : error;
    }
  }

  #saidOf({ model, system_fingerprint: fingerprint }: Completion): Omit<JudgeIdentity, 'server'> {
    const isPinned = this.#options.system_fingerprint === 'pinned';
    return { model: model ?? this.#options.model, fingerprint: isPinned ? (fingerprint ?? null) : null };
  }

  #requireSame(said: Omit<JudgeIdentity, 'server'>, { model, fingerprint }: JudgeIdentity): void {
    if (said.model === model && said.fingerprint === fingerprint) return;
    const [before, after] = [{ model, fingerprint }, said].map((each) =>
      JSON.stringify([each.model, each.fingerprint ?? 'no fingerprint'].map((text) => text.slice(0, 100))),
    );
    throw new WeighbridgeError('engine', `the judge changed while it judged: ${before} became ${after}`, {
      fix: 'run again, so that one judge grades all answers; where a service answers from several builds by turns, set `system_fingerprint: ignored` and name a dated model',
    });
  }

  #refusal(error: NoAnswer): WeighbridgeError {
    const { status, message } = error;
    const isConfig = status !== null && [401, 403, 404, 405].includes(status);
    return new WeighbridgeError(isConfig ? 'config' : 'engine', `the judge at ${this.#base}: ${message}`, {
      cause: error,
      fix: isConfig
        ? 'check url, model and the variable that api_key_env names'
        : status === 400 || status === 422
          ? 'where the service knows no JSON schema, set `response_format: none`'
          : "look at the service's log; a new run goes on where this one ended",
    });
  }
}

/** Of this request alone: too long, or whatever the service will not answer. */
const REFUSED = [400, 413, 422, MALFORMED];

async function readCompletion(response: Response): Promise<Completion> {
  const text = await response.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Malformed('the answer is not JSON', true);
  }
  const { data } = completion.safeParse(value);
  if (data === undefined) throw new Malformed('the answer is not a chat completion');
  return data;
}
