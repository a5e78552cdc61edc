import { z } from 'zod';
import { authorization } from '../../adapters/http/api-key.ts';
import { Malformed } from '../../adapters/http/malformed.ts';
import { NoAnswer, Service } from '../../adapters/http/service.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';

/** Options of a scorer that asks a service. */
export const serviceOptions = {
  api_key_env: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .optional()
    .describe('Environment variable with the key. It is sent as a bearer token and never stored.'),
  timeout_seconds: z.number().positive().default(60).describe('Longest time for one request.'),
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
}

/** What scores a batch of texts needs no more. */
const ANSWER_BYTES = 16 * 1024 ** 2;

/** What a service said that answers, but not what was asked. */
export class NotAnAnswer extends Error {}

/**
 * Asks an HTTP service for JSON, again where that may help.
 * @returns a function of the request's body and of what reads the answer, which throws where it is not one
 * @throws WeighbridgeError `config` for a key that is not set; when asked, for a key or an address that is refused
 */
export function openService({ kind, url, api_key_env, timeout_seconds: seconds, attempts }: ServiceSettings) {
  const headers = { 'content-type': 'application/json', ...authorization(api_key_env) };
  const service = new Service({ attempts, requestMs: seconds * 1000, bytes: ANSWER_BYTES, concurrency: 1 });
  return async <Value>(
    body: unknown,
    read: (answer: unknown) => Value,
    signal: AbortSignal,
  ): Promise<{ readonly value: Value } | { readonly failure: string }> => {
    const understood = async (response: Response): Promise<Value> => {
      const text = await response.text();
      try {
        return read(JSON.parse(text));
      } catch (error) {
        if (error instanceof NotAnAnswer) throw new Malformed(error.message);
        if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
        throw new Malformed(`the answer is not ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`);
      }
    };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    try {
      return { value: await service.ask(url, init, understood, signal) };
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      // Wrong keys and addresses stay wrong: they stop the task instead of leaving every sample unscored.
      if (error.status !== null && [401, 403, 404, 405].includes(error.status)) {
        throw new WeighbridgeError('config', `the ${kind} service answered ${error.status}`, {
          fix: 'check url, model and the variable named by api_key_env',
        });
      }
      return { failure: error.why };
    }
  };
}
