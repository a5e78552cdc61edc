import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { artifactName } from '../../adapters/github/artifact.ts';
import { downloadBaseline } from '../../adapters/github/baseline-artifact.ts';
import { createClient } from '../../adapters/github/client.ts';
import type { BaselineSurroundings } from '../../app/baselines/find.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { ActionInputs } from '../inputs.ts';
import { listRegularFiles } from '../regular-files.ts';
import { legLabel } from '../report/upload-run.ts';
import { type RunnerEnvironment, requiredVariable } from '../runtime.ts';
import { readWorkflowRun } from '../workflow-run.ts';

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);

/** What of any event says where the change goes. */
const payloadSchema = z.object({
  pull_request: z.object({ base: z.object({ sha, ref: z.string() }) }).optional(),
  merge_group: z.object({ base_sha: sha, base_ref: z.string() }).optional(),
  /** Of a push: the commit before it; zeros for a new branch. */
  before: sha.optional(),
  repository: z.object({ default_branch: z.string() }).optional(),
});

const TIMEOUT_MS = 60_000;

/** What the event, and the token that only this step has, add to the search for a baseline. */
export async function surroundingsOf(
  env: RunnerEnvironment,
  inputs: ActionInputs,
  scratch: string,
): Promise<BaselineSurroundings> {
  const payload = payloadSchema.parse(
    JSON.parse(await readFile(requiredVariable(env, 'GITHUB_EVENT_PATH'), 'utf8')) as unknown,
  );
  const { pull_request: request, merge_group: group, before, repository } = payload;
  const defaultBranch = repository?.default_branch ?? null;
  const baseBranch = request?.base.ref ?? group?.base_ref.replace(/^refs\/heads\//, '') ?? defaultBranch;
  const pushedFrom = before === undefined || /^0+$/.test(before) ? null : before;
  const isChange = request !== undefined || group !== undefined;
  return {
    scratch,
    baseCommit: request?.base.sha ?? group?.base_sha ?? pushedFrom,
    onDefaultBranch: !isChange && defaultBranch !== null && env.GITHUB_REF === `refs/heads/${defaultBranch}`,
    artifact: baseBranch === null ? null : (into) => lastGreenRun(env, inputs, baseBranch, into),
  };
}

/** The candidate that the last green run on a branch judged, out of that run's report. */
async function lastGreenRun(env: RunnerEnvironment, inputs: ActionInputs, branch: string, into: string) {
  const token = inputs['github-token'];
  if (token === undefined) {
    throw new WeighbridgeError('platform', 'the input github-token is empty', {
      fix: 'leave it out: it is the token of the job by default',
    });
  }
  const run = await readWorkflowRun(env, inputs);
  const { repository, runId, apiUrl, key } = run;
  const client = createClient({ token, apiUrl, timeoutMs: TIMEOUT_MS });
  await mkdir(into, { recursive: true });
  const prefix = `${artifactName(key, ...legLabel(run), 'report')}-`;
  const origin = await downloadBaseline({ client, token, repository, runId, branch, prefix }, into).catch(
    (error: unknown) => {
      if (error instanceof WeighbridgeError) throw error;
      throw new WeighbridgeError('platform', `GitHub gave no artifact: ${(error as Error).message}`, {
        fix: 'give the job `permissions: { actions: read }`',
        cause: error,
      });
    },
  );
  await listRegularFiles(into);
  return { folder: join(into, 'run', 'candidate'), origin };
}
