import { z } from 'zod';
import { WeighbridgeError } from '../domain/errors.ts';

export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** What of a pull request the report needs. */
export interface PullRequest {
  readonly number: number;
  /** Head of the branch: `GITHUB_SHA` is a merge commit that nobody sees. */
  readonly headSha: string;
  readonly baseSha: string;
  /** From another repository: its token is read-only whatever `permissions:` says. */
  readonly fork: boolean;
}

/** The event a workflow was started by, as far as it matters here. */
export interface WorkflowEvent {
  readonly name: string;
  readonly pullRequest: PullRequest | null;
  /** The commit under judgement. */
  readonly headSha: string | null;
}

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repositoryId = z.object({ id: z.number().int() });

const pullRequestPayload = z.object({
  pull_request: z.object({
    number: z.number().int().positive(),
    // The head repository is null once a fork has been deleted: still not ours.
    head: z.object({ sha, repo: repositoryId.nullable() }),
    base: z.object({ sha, repo: repositoryId }),
  }),
});

const mergeGroupPayload = z.object({ merge_group: z.object({ head_sha: sha }) });

const PULL_REQUEST_EVENTS: ReadonlySet<string> = new Set(['pull_request', 'pull_request_target']);

/**
 * Reads the event's payload. An event that is not about a pull request has none, and gets no comment.
 * @throws WeighbridgeError `platform` when a pull request event does not look like one
 */
export function readEvent(name: string, payload: unknown, sha: string | null): WorkflowEvent {
  if (PULL_REQUEST_EVENTS.has(name)) {
    const { pull_request } = parse(pullRequestPayload, name, payload);
    const { number, head, base } = pull_request;
    const fork = head.repo === null || head.repo.id !== base.repo.id;
    const pullRequest = { number, headSha: head.sha, baseSha: base.sha, fork };
    return { name, pullRequest, headSha: head.sha };
  }
  if (name === 'merge_group') {
    const { merge_group } = parse(mergeGroupPayload, name, payload);
    return { name, pullRequest: null, headSha: merge_group.head_sha };
  }
  return { name, pullRequest: null, headSha: sha };
}

function parse<T>(schema: z.ZodType<T>, name: string, payload: unknown): T {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new WeighbridgeError('platform', `the payload of the event ${name} is not what GitHub documents`, {
    fix: `check GITHUB_EVENT_PATH: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`,
  });
}

/**
 * Splits `owner/name`.
 * @throws WeighbridgeError `platform`
 */
export function readRepository(text: string | undefined): Repository {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? '');
  const [, owner, name] = match ?? [];
  if (owner === undefined || name === undefined) {
    throw new WeighbridgeError(
      'platform',
      `GITHUB_REPOSITORY is ${JSON.stringify(text ?? null)}, not owner/name`,
    );
  }
  return { owner, name };
}
