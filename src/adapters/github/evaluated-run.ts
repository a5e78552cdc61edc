import { z } from 'zod';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { RemoteFiles } from './contents.ts';
import { commitSha, type PullRequest } from './event.ts';

const payloadSchema = z.object({
  action: z.string(),
  repository: z.object({ id: z.number().int() }),
  workflow_run: z.object({
    id: z.number().int(),
    run_attempt: z.number().int(),
    event: z.string(),
    path: z.string(),
    head_sha: commitSha,
    head_branch: z.string().nullable(),
    head_repository: z.object({ id: z.number().int(), owner: z.object({ login: z.string() }) }).nullable(),
    repository: z.object({ id: z.number().int() }),
    pull_requests: z.array(z.object({ number: z.number().int().positive() })),
  }),
});

/** The run whose results are to be reported, as GitHub itself describes it; nothing of it was written by the run. */
export interface EvaluatedRun {
  readonly id: number;
  readonly attempt: number;
  readonly headSha: string;
  readonly repositoryId: number;
  /** Whether the evaluated code came from another repository, or from one that is gone. */
  readonly fork: boolean;
  readonly pullRequest: PullRequest & { readonly baseRef: string };
}

/**
 * The pull request that a `workflow_run` event is about. GitHub lists none for forks, so that it is looked up by the head's
 * branch, and believed only where its head is the very commit that was evaluated. What the run itself says of a number counts
 * for nothing.
 * @param workflow path of the workflow whose runs are reported, such as `.github/workflows/evaluate.yml`; any where null
 * @returns null when no open pull request has this commit as its head any more
 * @throws WeighbridgeError `usage` when the event, or the workflow it names, is another one than is reported on
 */
export async function evaluatedRun(
  remote: RemoteFiles,
  eventName: string,
  payload: unknown,
  workflow: string | null,
): Promise<EvaluatedRun | null> {
  const refuse = (message: string, fix: string) => new WeighbridgeError('usage', message, { fix });
  if (eventName !== 'workflow_run') {
    const fix = 'run it `on: workflow_run`, and evaluate elsewhere with the action itself';
    throw refuse(`the report action works on workflow_run, not on ${eventName}`, fix);
  }
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) {
    throw new WeighbridgeError('platform', 'the payload of workflow_run is not what GitHub documents', {
      fix: `check GITHUB_EVENT_PATH: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`,
    });
  }
  const { action, workflow_run: run, repository } = parsed.data;
  if (action !== 'completed') {
    throw refuse(`the run has not ended: it was ${action}`, 'start this workflow with `types: [completed]`');
  }
  if (run.event !== 'pull_request') {
    throw refuse(
      `the run that ended was of ${run.event}`,
      "add `if: github.event.workflow_run.event == 'pull_request'`",
    );
  }
  if (run.repository.id !== repository.id)
    throw refuse('the run that ended is of another repository', 'report on your own runs');
  if (workflow !== null && run.path.replace(/@.*$/, '') !== workflow) {
    throw refuse(
      `the run that ended is of ${run.path}, not of ${workflow}`,
      'name its path in the input workflow',
    );
  }
  for (const pull of await candidates(remote, run)) {
    if (pull.state !== 'open' || pull.head.sha !== run.head_sha || pull.base.repo.id !== repository.id)
      continue;
    const fork =
      run.head_repository === null ||
      run.head_repository.id !== repository.id ||
      pull.head.repo?.id !== repository.id;
    return {
      ...{ id: run.id, attempt: run.run_attempt, headSha: run.head_sha, repositoryId: repository.id, fork },
      pullRequest: {
        number: pull.number,
        headSha: pull.head.sha,
        baseSha: pull.base.sha,
        baseRef: pull.base.ref,
        fork,
      },
    };
  }
  return null;
}

async function candidates(
  { client, repository }: RemoteFiles,
  run: z.infer<typeof payloadSchema>['workflow_run'],
) {
  const place = { owner: repository.owner, repo: repository.name };
  const [listed, ...others] = run.pull_requests;
  if (listed !== undefined && others.length === 0) {
    return [(await client.rest.pulls.get({ ...place, pull_number: listed.number })).data];
  }
  if (run.head_repository === null || run.head_branch === null) return [];
  const head = `${run.head_repository.owner.login}:${run.head_branch}`;
  return (await client.rest.pulls.list({ ...place, state: 'open', head, per_page: 100 })).data;
}
