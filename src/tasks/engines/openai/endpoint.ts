import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { authorization } from '../../../adapters/http/api-key.ts';
import { eventsOf, isEventStream } from '../../../adapters/http/events.ts';
import { Malformed } from '../../../adapters/http/malformed.ts';
import { NoAnswer, Service, ServiceDown } from '../../../adapters/http/service.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { shortLine } from '../../../core/domain/short-line.ts';
import { EngineDied, type Timed } from '../engine.ts';
import { secondsSince } from '../timed.ts';
import type { Ledger, Tokens } from './ledger.ts';
import type { OpenAiOptions } from './options.ts';
import { joinStream } from './stream.ts';

/** Log-likelihoods of 100,000 tokens with the likeliest of each take less. */
const ANSWER_BYTES = 32 * 1024 ** 2;
/** Discovery asks for what many servers do not have. */
const LOOK_MS = 10_000;

export type Timing = NonNullable<Timed['timing']>;

/** Where a model is served. */
export interface Address {
  readonly url: string;
  readonly model: string;
}

/** What `Endpoint.post` takes. */
type Posted<T, R> = readonly [
  url: string,
  body: object,
  schema: z.ZodType<T>,
  most: Tokens,
  tokensOf: (answer: T) => Tokens,
  interpret: (answer: T, timing: Timing) => R,
];

/** One server as one model sees it: every request of it goes through here, and is accounted for once. */
export class Endpoint {
  readonly address: Address;
  /** Without the name of the route. */
  readonly base: string;
  /** Where servers have routes of their own, beside OpenAI's. */
  readonly root: string;
  readonly #service: Service;
  readonly #ledger: Ledger;
  readonly #signal: AbortSignal;
  readonly #headers: Readonly<Record<string, string>>;
  #streams: boolean;
  #answersAs: string | null = null;
  /** Aborted when one of the requests under way fails for good: what the others would answer is of no use without it. */
  #round = new AbortController();

  /** @param streams whether answers that may come token by token are asked for so */
  constructor(
    address: Address,
    options: OpenAiOptions,
    ledger: Ledger,
    signal: AbortSignal,
    streams = false,
  ) {
    this.address = address;
    this.base = address.url.replace(/\/+$/, '').replace(/(\/chat)?\/completions$/, '');
    this.root = this.base.replace(/\/v1$/, '');
    requireOwnKey(this.base, options);
    this.#ledger = ledger;
    this.#signal = signal;
    this.#streams = streams;
    this.#headers = { 'content-type': 'application/json', ...authorization(options.api_key_env) };
    this.#service = new Service({
      attempts: options.attempts,
      requestMs: options.timeout_seconds * 1000,
      deadlineMs: options.deadline_seconds * 1000,
      concurrency: options.concurrency,
      bytes: ANSWER_BYTES,
    });
  }

  /**
   * What a server says at an address that it may not have; null where it says nothing of this form.
   * @throws WeighbridgeError for OpenAI's own routes, where the key is refused
   */
  async look<T>(url: string, schema: z.ZodType<T>): Promise<T | null> {
    const service = new Service({ attempts: 2, requestMs: LOOK_MS, bytes: ANSWER_BYTES, concurrency: 1 });
    try {
      const read = async (response: Response) => schema.safeParse(jsonOf(await response.text())).data ?? null;
      return await service.ask(url, { headers: { ...this.#headers } }, read, this.#signal);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      // Some answer so to whatever they do not have.
      const isOwn = url.startsWith(`${this.base}/`);
      if (isOwn && (error.status === 401 || error.status === 403)) throw this.#refused(error);
      return null;
    }
  }

  /**
   * @param most tokens that the request can take
   * @param tokensOf what its answer says it took
   * @param interpret throws Malformed for an answer that cannot be one, which is asked for again; it is told what time the try took
   * that brought the answer
   * @throws WeighbridgeError for a request that stays wrong, or another model's answer; EngineDied where nothing is answered
   */
  async post<T extends object, R>(
    ...[url, body, schema, most, tokensOf, interpret, isStreamed = false]: [
      ...Posted<T, R>,
      isStreamed?: boolean,
    ]
  ): Promise<R> {
    const entry = this.#ledger.entry(most);
    let began = 0;
    // Sent once its turn has come and the budget has room: what it waited for before is no time of the server's.
    const account = {
      begin: async () => {
        await entry.begin();
        began = performance.now();
      },
      fail: entry.fail,
    };
    const round = this.#round;
    const signal = AbortSignal.any([this.#signal, round.signal]);
    const init = { method: 'POST', headers: { ...this.#headers }, body: JSON.stringify(body) };
    const read = async (response: Response) => {
      const { given, firstToken } =
        isStreamed && isEventStream(response)
          ? await joinStream(eventsOf(response, ANSWER_BYTES), () => secondsSince(began))
          : { given: jsonOf(await response.text()), firstToken: null };
      const answer = readAs(schema, given);
      const first = firstToken === null ? {} : { firstTokenSeconds: firstToken };
      return { answer, meaning: interpret(answer, { seconds: secondsSince(began), ...first }) };
    };
    try {
      const { answer, meaning } = await this.#service.ask(url, init, read, signal, account, isStreamed);
      entry.settle(tokensOf(answer));
      if ('model' in answer && typeof answer.model === 'string') this.#sameModel(answer.model);
      return meaning;
    } catch (error) {
      const fault = this.#faultOf(error);
      round.abort(fault);
      if (this.#round === round) this.#round = new AbortController();
      throw fault;
    }
  }

  /**
   * The same for an answer that may come token by token, which it does where somebody asks when the first one is there. A server
   * that refuses to stream is asked for it in one piece.
   */
  async postStreamed<T extends object, R>(
    ...[url, body, schema, most, tokensOf, interpret]: Posted<T, R>
  ): Promise<R> {
    if (!this.#streams) return this.post(url, body, schema, most, tokensOf, interpret);
    const streamed = { ...body, stream: true, stream_options: { include_usage: true } };
    try {
      return await this.post(url, streamed, schema, most, tokensOf, interpret, true);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const answer = await this.post(url, body, schema, most, tokensOf, interpret);
      this.#streams = false;
      return answer;
    }
  }

  #faultOf(error: unknown): unknown {
    if (error instanceof ServiceDown) return new EngineDied(`${this.address.url}: ${error.message}`);
    return error instanceof NoAnswer ? this.#refused(error) : error;
  }

  /** A server may call the model otherwise than we do, but not once so and once so. */
  #sameModel(name: string): void {
    if (name === this.#answersAs) return;
    if (this.#answersAs !== null) {
      throw new WeighbridgeError(
        'engine',
        `${this.address.url} answered as ${quote(name)}, and at first as ${quote(this.#answersAs)}`,
        { fix: 'let one server, or servers of one model, answer at this address' },
      );
    }
    this.#answersAs = name;
  }

  #refused(error: NoAnswer): WeighbridgeError {
    const { status, message } = error;
    const isKey = status === 401 || status === 403;
    const kind = isKey || status === 404 || status === 405 ? 'config' : 'engine';
    return new WeighbridgeError(kind, `${this.address.url}: ${message}`, {
      cause: error,
      fix: isKey
        ? 'check the variable that api_key_env names'
        : kind === 'config'
          ? 'check the address and the name of the model, and that the server has this API'
          : "look at the server's log; a new run goes on where this one ended",
    });
  }
}

/** What was understood and is not done, which stays so. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  error.cause instanceof NoAnswer &&
  [400, 422, 501].includes(error.cause.status ?? 0);

/** Where the engine has an address, its key is for that server, whatever address a side names. */
function requireOwnKey(base: string, { api_key_env: key, url }: OpenAiOptions): void {
  if (key === undefined || url === undefined || new URL(url).origin === new URL(base).origin) return;
  throw new WeighbridgeError(
    'config',
    `the key in ${key} is for ${new URL(url).origin}, and not for ${base}`,
    {
      fix: 'name a model of that server, or take the url of the engine out to send the key wherever a side says',
    },
  );
}

export const quote = (text: string) => JSON.stringify(shortLine(text, 100));

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param value undefined for what is not JSON @throws Malformed naming what is wrong with it */
function readAs<T>(schema: z.ZodType<T>, value: unknown): T {
  if (value === undefined) throw new Malformed('the answer is not JSON', true);
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Malformed(
    `the answer is not as expected: ${shortLine(`${issue?.path.join('.')}: ${issue?.message}`, 200)}`,
  );
}

/** More tokens than a text can have: every one is at least a byte, but for those that the server puts around it. */
export const mostTokens = (prompt: string | readonly number[]): number =>
  typeof prompt === 'string' ? Buffer.byteLength(prompt) + 16 : prompt.length + 16;

export const usageSchema = z.object({
  prompt_tokens: z.int().min(0),
  completion_tokens: z.int().min(0),
});

export const NO_TOKENS: Tokens = { prompt: 0, output: 0 };
