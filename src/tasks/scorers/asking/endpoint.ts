import { z } from 'zod';
import { authorization } from '../../../adapters/http/api-key.ts';
import { Malformed } from '../../../adapters/http/malformed.ts';
import { MALFORMED, NoAnswer, Service } from '../../../adapters/http/service.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { parseJson } from '../../../core/domain/json.ts';
import { Endpoint, mostTokens, usageSchema } from '../../engines/openai/endpoint.ts';
import { Ledger } from '../../engines/openai/ledger.ts';
import { openAiOptions } from '../../engines/openai/options.ts';
import { findServer } from '../../engines/openai/server.ts';
import type { ChatMessage } from '../../runners/native/chat.ts';
import { identifiedPlace } from '../service.ts';
import { type Candidates, labelShares, stepsOf } from './labels.ts';
import type { AskedOptions } from './options.ts';
import type { AskedIdentity, AskedModel, ModelRequest, Reply } from './request.ts';

const ANSWER_BYTES = 4 * 1024 ** 2;

const completion = z.object({
  model: z.string().optional(),
  system_fingerprint: z.string().nullish(),
  choices: z.tuple([
    z.object({
      message: z.object({ content: z.string().nullable(), refusal: z.string().nullish() }).optional(),
      text: z.string().optional(),
      finish_reason: z.string().nullish(),
      logprobs: z.unknown().optional(),
    }),
  ]),
  usage: usageSchema.optional(),
});
type Completion = z.infer<typeof completion>;

/**
 * An OpenAI-compatible endpoint, with one pace and one budget for all that it is asked.
 * @param who replies, for messages: `judge`, `guard`
 * @throws WeighbridgeError `config` for a key that is not set
 */
export const openEndpoint = (options: AskedOptions, who: string): AskedModel =>
  new AskedEndpoint(options, who);

class AskedEndpoint implements AskedModel {
  /** Of a server on this machine the port says nothing. */
  readonly inputs: readonly string[];
  readonly #options: AskedOptions;
  readonly #who: string;
  readonly #url: string;
  readonly #model: string;
  readonly #base: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #service: Service;
  readonly #ledger: Ledger;

  constructor(options: AskedOptions, who: string) {
    this.#who = who;
    const { url = '', model = '' } = options;
    this.#options = options;
    this.#url = url;
    this.#model = model;
    this.inputs = [url === '' ? url : identifiedPlace(url)];
    this.#base = url.replace(/\/+$/, '').replace(/(\/chat)?\/completions$/, '');
    this.#headers = { 'content-type': 'application/json', ...authorization(options.api_key_env) };
    this.#service = new Service({
      attempts: options.attempts,
      requestMs: options.timeout_seconds * 1000,
      bytes: ANSWER_BYTES,
      concurrency: options.concurrency,
    });
    this.#ledger = new Ledger(options.budget, options.price, `scorers.${who}.budget`);
  }

  async identify(probe: ModelRequest, signal: AbortSignal): Promise<AskedIdentity> {
    const { labels: _, ...asked } = probe;
    const found = await this.#probe({ ...asked, maxTokens: 1 }, signal);
    const [url, model] = [this.#url, this.#model];
    const look = openAiOptions.parse({ url, model, api_key_env: this.#options.api_key_env });
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

  /** Of a service that takes no schema every answer would be without a score: it is known by taking the same without one. */
  async #probe(request: ModelRequest, signal: AbortSignal): Promise<Completion> {
    try {
      return await this.#post(request, signal);
    } catch (error) {
      const cause = error instanceof WeighbridgeError ? error.cause : null;
      const mayBeSchema = cause instanceof NoAnswer && SCHEMALESS.includes(cause.status ?? 0);
      if (request.schema === null || !mayBeSchema) throw error;
      await this.#post({ ...request, schema: null }, signal);
      throw new WeighbridgeError(
        'config',
        `the ${this.#who} at ${this.#base} takes no JSON schema: ${cause.message}`,
        { cause: error, fix: 'set `response_format: none` on the scorer, which asks for the form in words' },
      );
    }
  }

  async ask(request: ModelRequest, identity: AskedIdentity, signal: AbortSignal): Promise<Reply> {
    let found: Completion;
    try {
      found = await this.#post(request, signal);
    } catch (error) {
      const cause = error instanceof WeighbridgeError ? error.cause : null;
      if (!(cause instanceof NoAnswer) || !REFUSED.includes(cause.status ?? 0)) throw error;
      return { fault: `the ${this.#who} has no reply to it: ${cause.why}` };
    }
    this.#requireSame(this.#saidOf(found), identity);
    const [{ message, text = message?.content ?? null, finish_reason: reason, logprobs }] = found.choices;
    if (reason === 'length' && request.mayBeCut !== true)
      return { fault: `the reply of the ${this.#who} was cut off after ${request.maxTokens} tokens` };
    if (message?.refusal != null || text === null) return { fault: `the ${this.#who} refused` };
    const { labels = [] } = request;
    const steps: readonly Candidates[] = labels.length === 0 ? [] : stepsOf(logprobs);
    return { text, shares: labelShares(steps, labels) };
  }

  async close(): Promise<void> {}

  async #post(request: ModelRequest, signal: AbortSignal): Promise<Completion> {
    const { prompt, messages, maxTokens } = request;
    const text = (prompt ?? messages.map(({ content }) => ({ text: content })))
      .map((part) => part.text)
      .join('\n');
    const most = { prompt: mostTokens(text) + 128, output: maxTokens };
    const entry = this.#ledger.entry(most);
    const body = JSON.stringify(
      prompt === undefined ? chatBody(this.#model, request) : textBody(this.#model, request),
    );
    const init = { method: 'POST', headers: { ...this.#headers }, body };
    const path = prompt === undefined ? 'chat/completions' : 'completions';
    try {
      const found = await this.#service.ask(`${this.#base}/${path}`, init, readCompletion, signal, entry);
      const { prompt_tokens: read, completion_tokens: output } = found.usage ?? {};
      // A service that does not say what it took is taken to have taken all that it could.
      entry.settle({ prompt: read ?? most.prompt, output: output ?? most.output });
      return found;
    } catch (error) {
      throw error instanceof NoAnswer ? this.#refusal(error) : error;
    }
  }

  #saidOf({ model, system_fingerprint: fingerprint }: Completion): Omit<AskedIdentity, 'server'> {
    const isPinned = this.#options.system_fingerprint === 'pinned';
    return { model: model ?? this.#model, fingerprint: isPinned ? (fingerprint ?? null) : null };
  }

  #requireSame(said: Omit<AskedIdentity, 'server'>, { model, fingerprint }: AskedIdentity): void {
    if (said.model === model && said.fingerprint === fingerprint) return;
    const [before, after] = [{ model, fingerprint }, said].map((each) =>
      JSON.stringify([each.model, each.fingerprint ?? 'no fingerprint'].map((text) => text.slice(0, 100))),
    );
    throw new WeighbridgeError(
      'engine',
      `the ${this.#who} changed while it was asked: ${before} became ${after}`,
      {
        fix: 'run again, so that one grades all answers; where a service answers from several builds by turns, set `system_fingerprint: ignored` and name a dated model',
      },
    );
  }

  #refusal(error: NoAnswer): WeighbridgeError {
    const { status, message } = error;
    const isConfig = status !== null && [401, 403, 404, 405].includes(status);
    return new WeighbridgeError(
      isConfig ? 'config' : 'engine',
      `the ${this.#who} at ${this.#base}: ${message}`,
      {
        cause: error,
        fix: isConfig
          ? 'check url, model and the variable that api_key_env names'
          : "look at the service's log; a new run goes on where this one ended",
      },
    );
  }
}

/** Of this request alone: too long, or whatever the service will not answer. */
const REFUSED = [400, 413, 422, MALFORMED];

/** How services say that they do not know a part of a request. */
const SCHEMALESS = [400, 422, 500, 501];

/** Probabilities that a service is asked for beside each token: no service gives more to everybody. */
const TOP = 20;

const greedy = ({ maxTokens }: ModelRequest) => ({
  ...{ temperature: 0, top_p: 1, seed: 1, max_tokens: maxTokens },
});

const chatBody = (model: string, request: ModelRequest) => ({
  ...{ model, messages: request.messages.map(withoutMarks), ...greedy(request) },
  ...(request.labels === undefined ? {} : { logprobs: true, top_logprobs: TOP }),
  ...(request.variables === undefined ? {} : { chat_template_kwargs: request.variables }),
  ...(request.schema === null
    ? {}
    : {
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'grades', strict: true, schema: request.schema },
        },
      }),
});

/** Servers read special tokens wherever they stand in a text. */
const textBody = (model: string, request: ModelRequest) => ({
  model,
  prompt: (request.prompt ?? [])
    .map(({ text, specialTokens }) => (specialTokens ? text : withoutSpecialTokens(text)))
    .join(''),
  ...greedy(request),
  ...(request.labels === undefined ? {} : { logprobs: TOP }),
});

/** As they are spelt in the vocabularies of guards and chat models: a blank makes each a text. */
const SPECIAL =
  /<(?=[|｜][^<>]{1,60}[|｜]>|\/?(?:start_of_turn|end_of_turn|bos|eos|s|pad|unk)>)|\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_RESULTS|TOOL_CALLS)\])/g;
const withoutSpecialTokens = (text: string): string => text.replace(SPECIAL, '$& ');

/** Our own words hold none; in an answer one would end its turn and begin the judge's reply. */
const withoutMarks = ({ role, content }: ChatMessage): ChatMessage => ({
  role,
  content: withoutSpecialTokens(content),
});

async function readCompletion(response: Response): Promise<Completion> {
  const text = await response.text();
  let value: unknown;
  try {
    value = parseJson(text, { file: 'answer' });
  } catch {
    throw new Malformed('the answer is not JSON', true);
  }
  const { data } = completion.safeParse(value);
  const [choice] = data?.choices ?? [];
  if (data === undefined || (choice?.message === undefined && choice?.text === undefined))
    throw new Malformed('the answer is not a chat completion');
  return data;
}
