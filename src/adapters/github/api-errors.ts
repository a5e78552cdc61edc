import { z } from 'zod';
import { messageOf } from '../../core/domain/errors.ts';

/** What a publisher needs from GitHub; the lines a workflow must have for it. */
export type Need = 'comment' | 'check' | 'confirming' | 'hiding';

const PERMISSION: Record<Need, string> = {
  comment: 'pull-requests: write',
  check: 'checks: write',
  confirming: 'checks: write',
  hiding: 'pull-requests: write',
};

const FAILED: Record<Need, string> = {
  comment: 'The comment on the pull request was not written',
  check: 'The check was not written',
  confirming: 'The check was written, and could not be looked at again',
  hiding: 'The comment on the pull request was written, and could not be hidden or shown',
};

const permissionLines = (need: Need) => `permissions:\n  contents: read\n  ${PERMISSION[need]}`;

export interface ApiFailure {
  /** Null where no answer came at all. */
  readonly status: number | null;
  /** On one line, and short: a proxy may answer with a page. */
  readonly message: string;
  /** Seconds that GitHub asks to wait. */
  readonly retryAfter: number | null;
}

const answered = z.object({
  status: z.number(),
  response: z.object({ headers: z.record(z.string(), z.unknown()).default({}) }),
});

const MESSAGE_LENGTH = 300;

/** What GitHub said. Octokit calls a connection that broke a status of 500, and keeps no response of it. */
export function failureOf(error: unknown): ApiFailure {
  const { data } = answered.safeParse(error);
  const headers = data?.response.headers ?? {};
  const after = Number(headers['retry-after'] ?? untilReset(headers));
  return {
    status: data?.status ?? null,
    message: Array.from(messageOf(error).replace(/\s+/g, ' ')).slice(0, MESSAGE_LENGTH).join(''),
    retryAfter: Number.isFinite(after) ? after : null,
  };
}

/** The primary limit says at which second since 1970 it begins anew, and nothing else. */
function untilReset(headers: Readonly<Record<string, unknown>>): number {
  if (String(headers['x-ratelimit-remaining']) !== '0') return Number.NaN;
  return Math.max(0, Math.ceil(Number(headers['x-ratelimit-reset'] ?? Number.NaN) - Date.now() / 1000));
}

/** What GitHub says where the token is too weak, or may not even know that something is there. */
const LACKS_PERMISSION =
  /resource not accessible|not found|must have (admin|write|push)|insufficient|requires (higher|write)/i;

const isTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' ||
    error.name === 'AbortError' ||
    (error.cause !== undefined && isTimeout(error.cause)));

/** GitHub answers a secondary rate limit with 403 as well; that is not a matter of permissions. */
export const isRateLimit = ({ status, message }: ApiFailure): boolean =>
  status === 429 || /rate limit/i.test(message);

/**
 * Why GitHub did not take a comment or a check, and what to do: a warning for the log. The verdict stands whatever
 * this says.
 */
export function explainFailure(error: unknown, need: Need, fork: boolean): string {
  const failure = failureOf(error);
  const what = FAILED[need];
  const tail = 'The verdict is not affected: it is in the job summary.';
  if (isTimeout(error)) return `${what}: GitHub did not answer in time. ${tail}`;
  if (isRateLimit(failure)) return `${what}: GitHub's rate limit was reached. ${tail}`;
  // GraphQL refuses with a status of 200.
  const status = /resource not accessible/i.test(failure.message) ? 403 : failure.status;
  switch (status) {
    case 401:
      return `${what}: GitHub does not take the token (HTTP 401). Look at the input github-token. ${tail}`;
    case 403:
    case 404:
      // A locked conversation, an archived repository, SAML, a list of addresses: no permission of the job helps.
      if (!LACKS_PERMISSION.test(failure.message)) {
        return `${what}: GitHub refused it (HTTP ${status}): ${failure.message}. ${tail}`;
      }
      return fork
        ? `${what}: the token of a pull request from a fork is read-only. Report from a workflow_run workflow instead. ${tail}`
        : `${what}: the token may not do it (HTTP ${status}). Add to the job:\n\n${permissionLines(need)}\n\n${tail}`;
    case 422:
      return `${what}: GitHub refused it (HTTP 422: ${failure.message})${PERMISSION[need] === PERMISSION.check ? '' : '; the conversation may be locked'}. ${tail}`;
    default:
      return status === null
        ? `${what}: ${failure.message}. ${tail}`
        : `${what}: GitHub answered with an error (HTTP ${status}). ${tail}`;
  }
}
