import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { request } from '../../adapters/http/client.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';

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

/** The task's own timeout is the deadline; what scores a batch of texts needs no more. */
const ANSWER_LIMITS = { totalMs: 2 ** 31 - 1, bytes: 16 * 1024 ** 2 };
const MAX_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 500;

type Outcome<Value> =
  | { readonly value: Value }
  | { readonly failure: string; readonly transient: boolean; readonly retryAfterMs: number | null };

/**
 * Asks an HTTP service for JSON, again where that may help.
 * @returns a function of the request's body and of what reads the answer, which throws where it is not one
 * @throws WeighbridgeError `config` for a key that is not set; when asked, for a key or an address that is refused
 */
export function openService(settings: ServiceSettings) {
  const key = readKey(settings.api_key_env);
  return async <Value>(
    body: unknown,
    read: (answer: unknown) => Value,
    signal: AbortSignal,
  ): Promise<{ readonly value: Value } | { readonly failure: string }> => {
    let failure = '';
    for (let attempt = 1; attempt <= settings.attempts; attempt += 1) {
      const outcome = await ask(settings, key, body, read, signal);
      if ('value' in outcome) return outcome;
      failure = outcome.failure;
      if (!outcome.transient) break;
      if (attempt < settings.attempts)
        await sleep(waitFor(attempt, outcome.retryAfterMs), undefined, { signal });
    }
    return { failure };
  };
}

function readKey(variable: string | undefined): string | null {
  if (variable === undefined) return null;
  const key = process.env[variable];
  if (key !== undefined && key !== '') return key;
  throw new WeighbridgeError('config', `the environment variable ${variable} is not set`, {
    fix: `set ${variable} for the evaluating step (and allow it with env-allow), or remove api_key_env`,
  });
}

/** What a service said that answers, but not what was asked. */
export class NotAnAnswer extends Error {}

async function ask<Value>(
  { kind, url, timeout_seconds }: ServiceSettings,
  key: string | null,
  body: unknown,
  read: (answer: unknown) => Value,
  signal: AbortSignal,
): Promise<Outcome<Value>> {
  const timeout = AbortSignal.timeout(timeout_seconds * 1000);
  try {
    const init: RequestInit = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    };
    const response = await request(url, init, ANSWER_LIMITS);
    if (!response.ok) return await refused(response, kind);
    return { value: read(await response.json()) };
  } catch (error) {
    if (error instanceof WeighbridgeError) throw error;
    if (signal.aborted) throw signal.reason;
    if (timeout.aborted) return fault(`no answer within ${timeout_seconds} s`);
    if (error instanceof NotAnAnswer) return fault(error.message);
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      return fault(`the answer is not ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`);
    }
    return fault(`the request failed (${causeOf(error)})`);
  }
}

/** Wrong keys and addresses stay wrong: they stop the task instead of leaving every sample unscored. */
async function refused(response: Response, kind: string) {
  await response.body?.cancel();
  const { status } = response;
  if ([401, 403, 404, 405].includes(status)) {
    throw new WeighbridgeError('config', `the ${kind} service answered ${status}`, {
      fix: 'check url, model and the variable named by api_key_env',
    });
  }
  const transient = status === 408 || status === 425 || status === 429 || status >= 500;
  return {
    ...fault(`the service answered ${status}`, transient),
    retryAfterMs: retryAfter(response.headers),
  };
}

function fault(failure: string, transient = true) {
  return { failure, transient, retryAfterMs: null };
}

/** RFC 9110, 10.2.3: seconds or a date. */
function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}

/** Doubles from half a second, with jitter so that shards do not return together; the service's own wish goes first. */
function waitFor(attempt: number, retryAfterMs: number | null): number {
  const wait = retryAfterMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
  return Math.min(wait, MAX_WAIT_MS);
}

/** fetch says only "fetch failed"; what happened is in its cause. */
function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
}
