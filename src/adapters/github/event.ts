import { z } from 'zod';
import { WeighbridgeError } from '../../core/domain/errors.ts';

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

/**
 * What an event is to us. `evaluate`: the checkpoint may be run. `report`: what is checked out or named is a stranger's, next to
 * our secrets, so that only results are read.
 */
export type EventUse = 'evaluate' | 'report';

/** The event a workflow was started by, as far as it matters here. */
export interface WorkflowEvent {
  readonly name: string;
  readonly use: EventUse;
  readonly pullRequest: PullRequest | null;
  /** The commit under judgement. */
  readonly headSha: string | null;
  /** The commit that what is judged wants to join, whose policy counts; null where the event has none. */
  readonly baseSha: string | null;
  /** Number of a pull request that whoever dispatched the workflow has named; believed only once it is looked up. */
  readonly requestedPull?: number;
}

/** The name of a commit. */
export const commitSha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const repositoryId = z.object({ id: z.number().int() });

const pullRequestPayload = z.object({
  pull_request: z.object({
    number: z.number().int().positive(),
    // The head repository is null once a fork has been deleted: still not ours.
    head: z.object({ sha: commitSha, repo: repositoryId.nullable() }),
    base: z.object({ sha: commitSha, repo: repositoryId }),
  }),
});

const mergeGroupPayload = z.object({
  action: z.string().optional(),
  merge_group: z.object({ head_sha: commitSha, base_sha: commitSha }),
});
const pushPayload = z.object({ deleted: z.boolean().optional() });
const workflowRunPayload = z.object({ workflow_run: z.object({ head_sha: commitSha }) });
const dispatchPayload = z.object({ inputs: z.object({ 'pr-number': z.string().optional() }).nullable() });
const deploymentPayload = z.object({ deployment: z.object({ sha: commitSha }) });

/**
 * Reads the event's payload. An event that is not about a pull request has none, and gets no comment; one that nobody knows yet is
 * evaluated like a push.
 * @param sha `GITHUB_SHA`
 * @throws WeighbridgeError `platform` when the payload is not what GitHub documents for the event, `usage` when it tells that
 * something is gone: `GITHUB_SHA` is then a commit that nobody asked about
 */
export function readEvent(name: string, payload: unknown, sha: string | null): WorkflowEvent {
  const other = { name, use: 'evaluate', pullRequest: null, headSha: sha, baseSha: null } as const;
  switch (name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
    case 'pull_request_target': {
      const { number, head, base } = parse(pullRequestPayload, name, payload).pull_request;
      const fork = head.repo === null || head.repo.id !== base.repo.id;
      const pullRequest = { number, headSha: head.sha, baseSha: base.sha, fork };
      const use = name === 'pull_request_target' ? 'report' : 'evaluate';
      return { name, use, pullRequest, headSha: head.sha, baseSha: base.sha };
    }
    case 'merge_group': {
      const { action, merge_group } = parse(mergeGroupPayload, name, payload);
      if (action === 'destroyed') throw gone('the merge group was destroyed', name);
      const { head_sha, base_sha } = merge_group;
      return { ...other, headSha: head_sha, baseSha: base_sha };
    }
    case 'workflow_run': {
      const { workflow_run } = parse(workflowRunPayload, name, payload);
      return { ...other, use: 'report', headSha: workflow_run.head_sha };
    }
    // Anybody may comment, on any commit: what is evaluated would not be what a maintainer saw.
    case 'issue_comment':
      return { ...other, use: 'report' };
    case 'deployment':
    case 'deployment_status':
      return { ...other, headSha: parse(deploymentPayload, name, payload).deployment.sha };
    case 'workflow_dispatch': {
      const number = Number(parse(dispatchPayload, name, payload).inputs?.['pr-number']);
      return Number.isSafeInteger(number) && number > 0 ? { ...other, requestedPull: number } : other;
    }
    case 'push':
      if (parse(pushPayload, name, payload).deleted === true)
        throw gone('the branch or tag was deleted', name);
      return other;
    case 'schedule':
    case 'repository_dispatch':
      return other;
    // Nothing is known of what the commit is to the repository: it is evaluated, and nothing is written.
    default:
      return { ...other, headSha: null };
  }
}

const gone = (what: string, name: string) =>
  new WeighbridgeError('usage', `there is nothing to evaluate: ${what}`, {
    fix:
      name === 'push'
        ? 'add `if: !github.event.deleted` to the job'
        : 'start the workflow on checks_requested',
  });

function parse<T>(schema: z.ZodType<T>, name: string, payload: unknown): T {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new WeighbridgeError('platform', `the payload of the event ${name} is not what GitHub documents`, {
    fix: `check GITHUB_EVENT_PATH: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`,
  });
}

/** What of any event says where the change goes. */
const basePayload = z.object({
  pull_request: z.object({ base: z.object({ sha: commitSha, ref: z.string() }) }).optional(),
  merge_group: z.object({ base_sha: commitSha, base_ref: z.string() }).optional(),
  /** Of a push: the commit before it; zeros for a new branch. */
  before: commitSha.optional(),
  repository: z.object({ default_branch: z.string() }).optional(),
});

export interface EventBase {
  /** The branch to merge into, or the default branch. */
  readonly branch: string | null;
  /** The commit to compare with. */
  readonly commit: string | null;
  /** Whether this is a run on the default branch itself. */
  readonly onDefaultBranch: boolean;
}

/** @param ref `GITHUB_REF` */
export function readEventBase(payload: unknown, ref: string | undefined): EventBase {
  const { pull_request: request, merge_group: group, before, repository } = basePayload.parse(payload);
  const defaultBranch = repository?.default_branch ?? null;
  const pushedFrom = before === undefined || /^0+$/.test(before) ? null : before;
  const isChange = request !== undefined || group !== undefined;
  return {
    branch: request?.base.ref ?? group?.base_ref.replace(/^refs\/heads\//, '') ?? defaultBranch,
    commit: request?.base.sha ?? group?.base_sha ?? pushedFrom,
    onDefaultBranch: !isChange && defaultBranch !== null && ref === `refs/heads/${defaultBranch}`,
  };
}

const headPayload = z.object({ pull_request: z.object({ head: z.object({ ref: z.string() }) }) });

/** The branch that a pull request comes from, which may be a fork's; null where the event is of none. */
export const headBranch = (payload: unknown): string | null =>
  headPayload.safeParse(payload).data?.pull_request.head.ref ?? null;

const headRefPayload = z.object({
  pull_request: z.object({
    head: z.object({
      ref: z.string(),
      repo: z.object({ id: z.number(), owner: z.object({ login: z.string() }) }),
    }),
    base: z.object({ repo: z.object({ id: z.number() }) }),
  }),
});

/** That branch as GraphQL compares it; null where the fork is gone. */
export function headRef(payload: unknown): string | null {
  const { data } = headRefPayload.safeParse(payload);
  if (data === undefined) return null;
  const { head, base } = data.pull_request;
  return head.repo.id === base.repo.id ? head.ref : `${head.repo.owner.login}:${head.ref}`;
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
      { fix: 'run this in a workflow, or set it as GitHub does: GITHUB_REPOSITORY=owner/name' },
    );
  }
  return { owner, name };
}
