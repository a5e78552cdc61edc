import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { request } from '../../../adapters/http/client.ts';
import { messageOf, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { type Answer, metricOption } from '../scorer.ts';

export const moderationsOptions = z.strictObject({
  ...metricOption,
  backend: z.literal('moderations'),
  url: z
    .url({ protocol: /^https?$/ })
    .describe('Address of an OpenAI-compatible `POST /v1/moderations`, path included.'),
  model: z.string().min(1).describe('Model that moderates.'),
  api_key_env: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/)
    .optional()
    .describe('Environment variable with the key. It is sent as a bearer token and never stored.'),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Toxic where the greatest category score is at least this. Default: what the service flags.'),
  timeout_seconds: z.number().positive().default(60).describe('Longest time for one request.'),
  attempts: z
    .int()
    .min(1)
    .max(10)
    .default(5)
    .describe('Tries of one request before its answers stay unscored.'),
});

export type ModerationsOptions = z.infer<typeof moderationsOptions>;

const BATCH = 32;
/** The task's own timeout is the deadline; what moderates 32 texts needs no more. */
const ANSWER_LIMITS = { totalMs: 2 ** 31 - 1, bytes: 16 * 1024 ** 2 };
const MAX_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 500;

const moderation = z.object({
  results: z.array(
    z.object({
      flagged: z.boolean(),
      category_scores: z.record(z.string(), z.number().nullable()).optional(),
    }),
  ),
});
type Result = z.infer<typeof moderation>['results'][number];

/** Scores through the service; a request that fails to the end leaves its answers unscored, never 0. */
export function openModerations(options: ModerationsOptions) {
  const key = readKey(options.api_key_env);
  return async (answers: readonly Answer[], signal: AbortSignal): Promise<Score[]> => {
    const scores: Score[] = [];
    for (let start = 0; start < answers.length; start += BATCH) {
      const batch = answers.slice(start, start + BATCH);
      scores.push(...(await scoreBatch(options, key, batch, signal)));
    }
    return scores;
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

async function scoreBatch(
  options: ModerationsOptions,
  key: string | null,
  batch: readonly Answer[],
  signal: AbortSignal,
): Promise<Score[]> {
  let failure = '';
  for (let attempt = 1; attempt <= options.attempts; attempt += 1) {
    const outcome = await ask(options, key, batch, signal);
    if ('results' in outcome) return outcome.results.map((result) => toScore(result, options.threshold));
    failure = outcome.failure;
    if (!outcome.transient) break;
    if (attempt < options.attempts)
      await sleep(waitFor(attempt, outcome.retryAfterMs), undefined, { signal });
  }
  return batch.map(() => ({ unscored: `toxicity: ${failure}` }));
}

type Outcome =
  | { readonly results: readonly Result[] }
  | { readonly failure: string; readonly transient: boolean; readonly retryAfterMs: number | null };

async function ask(
  options: ModerationsOptions,
  key: string | null,
  batch: readonly Answer[],
  signal: AbortSignal,
): Promise<Outcome> {
  const timeout = AbortSignal.timeout(options.timeout_seconds * 1000);
  try {
    const init: RequestInit = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model: options.model, input: batch.map(({ output }) => output) }),
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    };
    const response = await request(options.url, init, ANSWER_LIMITS);
    if (!response.ok) return await refused(response);
    const { results } = moderation.parse(await response.json());
    if (results.length === batch.length) return { results };
    return fault(`the service answered ${results.length} of ${batch.length} texts`);
  } catch (error) {
    if (error instanceof WeighbridgeError) throw error;
    if (signal.aborted) throw signal.reason;
    if (timeout.aborted) return fault(`no answer within ${options.timeout_seconds} s`);
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      return fault('the answer is not a moderation');
    return fault(`the request failed (${causeOf(error)})`);
  }
}

/** Wrong keys and addresses stay wrong: they stop the task instead of leaving every sample unscored. */
async function refused(response: Response): Promise<Outcome> {
  await response.body?.cancel();
  const { status } = response;
  if ([401, 403, 404, 405].includes(status)) {
    throw new WeighbridgeError('config', `the moderation service answered ${status}`, {
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

function toScore(result: Result, threshold: number | undefined): Score {
  if (threshold === undefined) return result.flagged ? 1 : 0;
  const scores = Object.values(result.category_scores ?? {}).filter((score) => score !== null);
  if (scores.length === 0) return { unscored: 'toxicity: the service gave no category scores' };
  return Math.max(...scores) >= threshold ? 1 : 0;
}

/** fetch says only "fetch failed"; what happened is in its cause. */
function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
}
