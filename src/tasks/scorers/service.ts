import { z } from 'zod';
import { authorization } from '../../adapters/http/api-key.ts';
import { Malformed } from '../../adapters/http/malformed.ts';
import { type Account, NoAnswer, Service } from '../../adapters/http/service.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { parseJson, quoteNoNumbers } from '../../core/domain/json.ts';
import { shortLine } from '../../core/domain/short-line.ts';
import { secondsLimit } from '../engines/timed.ts';

/** Options of a scorer that asks a service. */
export const serviceOptions = {
  api_key_env: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .optional()
    .describe('Environment variable with the key. It is sent as a bearer token and never stored.'),
  timeout_seconds: secondsLimit.default(60).describe('Longest time for one request.'),
  attempts: z
    .int()
    .min(1)
    .max(10)
    .default(5)
    .describe('Tries of one request before its answers stay unscored.'),
};

interface ServiceSettings {
  /** What it is, for messages: `moderation`, `embedding`. */
  readonly kind: string;
  readonly url: string;
  readonly api_key_env?: string | undefined;
  readonly timeout_seconds: number;
  readonly attempts: number;
  /** Most requests under way at once; one where it is left out. */
  readonly concurrency?: number;
}

/** What scores a batch of texts needs no more. */
const ANSWER_BYTES = 16 * 1024 ** 2;

/** What came of one request. */
export type Outcome<Value> =
  | { readonly value: Value }
  /** `status` of the last answer; null where there was none. */
  | { readonly failure: string; readonly status: number | null };

/** What a service said that answers, but not what was asked. */
export class NotAnAnswer extends Error {}

/** Undefined for what is no JSON, or says a key twice. */
function jsonOf(text: string): unknown {
  for (const each of [text, quoteNoNumbers(text)]) {
    try {
      return parseJson(each, { file: 'answer' });
    } catch {
      // Perhaps a number that is none stands in it.
    }
  }
  return undefined;
}

/** A number of one answer among several; what is none leaves that one without, and takes none beside it with it. */
export const numberIn = (value: unknown): number | { readonly unscored: string } =>
  typeof value === 'number' && Number.isFinite(value)
    ? value
    : {
        unscored:
          value === undefined
            ? 'the service gave no number'
            : `${shortLine(JSON.stringify(value), LONGEST_SHOWN)} is no finite number`,
      };

const LONGEST_SHOWN = 60;

/**
 * Asks an HTTP service for JSON, again where that may help.
 * @returns a function of the request's body and of what reads the answer, which throws where it is not one; with an account
 *   whatever that throws ends the request
 * @throws WeighbridgeError `config` for a key that is not set; when asked, for a key or an address that is refused
 */
export function openService(settings: ServiceSettings) {
  const { kind, url, api_key_env, timeout_seconds: seconds, attempts, concurrency = 1 } = settings;
  const headers = { 'content-type': 'application/json', ...authorization(api_key_env) };
  const service = new Service({ attempts, requestMs: seconds * 1000, bytes: ANSWER_BYTES, concurrency });
  return async <Value>(
    body: unknown,
    read: (answer: unknown) => Value,
    signal: AbortSignal,
    account?: Account,
  ): Promise<Outcome<Value>> => {
    const noAnswer = () => new Malformed(`the answer is not ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`);
    const understood = async (response: Response): Promise<Value> => {
      const answer = jsonOf(await response.text());
      if (answer === undefined) throw noAnswer();
      try {
        return read(answer);
      } catch (error) {
        if (error instanceof NotAnAnswer) throw new Malformed(error.message);
        throw error instanceof z.ZodError ? noAnswer() : error;
      }
    };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    try {
      return { value: await service.ask(url, init, understood, signal, account) };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      // Wrong keys and addresses stay wrong: they stop the task instead of leaving every sample unscored.
      if (error.status !== null && [401, 403, 404, 405].includes(error.status)) {
        throw new WeighbridgeError('config', `the ${kind} service answered ${error.status}`, {
          fix: 'check url, model and the variable named by api_key_env',
        });
      }
      return { failure: error.why, status: error.status };
    }
  };
}

/** Of a service that answers by another model than it did, so that scores of two would stand side by side. */
export const serviceChanged = (kind: string, before: string, after: string): WeighbridgeError => {
  const [was, is] = [before, after].map((name) => JSON.stringify(shortLine(name, 100)));
  return new WeighbridgeError('engine', `the ${kind} service changed while it scored: ${was} became ${is}`, {
    fix: 'run again, so that one model scores all answers',
  });
};

/** Of what was asked, such as a text that is too long. */
const REFUSED = [400, 413, 422];

/**
 * One outcome an item, in order. What is refused of several is asked of each by itself: that one is too long is no fault of those beside it.
 * @param ask of items all at once, with a value for each
 */
export async function askOfEach<Item, Value>(
  items: readonly Item[],
  ask: (items: readonly Item[]) => Promise<Outcome<readonly Value[]>>,
): Promise<readonly Outcome<Value>[]> {
  if (items.length === 0) return [];
  const outcome = await ask(items);
  if ('value' in outcome) return outcome.value.map((value) => ({ value }));
  if (items.length === 1 || !REFUSED.includes(outcome.status ?? 0)) return items.map(() => outcome);
  return (await Promise.all(items.map((item) => askOfEach([item], ask)))).flat();
}

/** Rows of an answer by the places that they name; null where these are not 0 to `count` − 1, each once. */
export function byPlace<Row extends { readonly index: number }>(
  rows: readonly Row[],
  count: number,
): readonly Row[] | null {
  const placed = new Map(rows.map((row) => [row.index, row]));
  const ordered = Array.from({ length: count }, (_, index) => placed.get(index));
  return rows.length === count && ordered.every((row) => row !== undefined) ? ordered : null;
}

/** Where a service is, as far as that tells it from another: of a server on this machine the port says nothing. */
export const identifiedPlace = (url: string): string =>
  /^(127\.[\d.]+|localhost|\[::1\])$/.test(new URL(url).hostname) ? 'this machine' : url;
