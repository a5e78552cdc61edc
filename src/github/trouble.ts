import { messageOf } from '../domain/errors.ts';

/** What a publisher needs from GitHub; the lines a workflow must have for it. */
export type Need = 'comment' | 'check';

const PERMISSION: Record<Need, string> = { comment: 'pull-requests: write', check: 'checks: write' };

const permissionLines = (need: Need) => `permissions:\n  contents: read\n  ${PERMISSION[need]}`;

interface Failure {
  readonly status: number | null;
  readonly message: string;
}

function failureOf(error: unknown): Failure {
  const status =
    typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
      ? error.status
      : null;
  return { status, message: messageOf(error) };
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' ||
    error.name === 'AbortError' ||
    (error.cause !== undefined && isTimeout(error.cause)));

/** GitHub answers a secondary rate limit with 403 as well; that is not a matter of permissions. */
const isRateLimit = ({ status, message }: Failure) => status === 429 || /rate limit/i.test(message);

/**
 * Why GitHub did not take a comment or a check, and what to do: a warning for the log. The verdict stands whatever
 * this says.
 */
export function explainFailure(error: unknown, need: Need, fork: boolean): string {
  const failure = failureOf(error);
  const what =
    need === 'comment' ? 'The comment on the pull request was not written' : 'The check was not written';
  const tail = 'The verdict is not affected: it is in the job summary.';
  if (isTimeout(error)) return `${what}: GitHub did not answer in time. ${tail}`;
  if (isRateLimit(failure)) return `${what}: GitHub's rate limit was reached. ${tail}`;
  switch (failure.status) {
    case 401:
    case 403:
    case 404:
      return fork
        ? `${what}: the token of a pull request from a fork is read-only. Report from a workflow_run workflow instead. ${tail}`
        : `${what}: the token may not do it (HTTP ${failure.status}). Add to the job:\n\n${permissionLines(need)}\n\n${tail}`;
    case 422:
      return `${what}: GitHub refused it (HTTP 422: ${failure.message}); the conversation may be locked. ${tail}`;
    default:
      return failure.status === null
        ? `${what}: ${failure.message}. ${tail}`
        : `${what}: GitHub had trouble (HTTP ${failure.status}). ${tail}`;
  }
}
