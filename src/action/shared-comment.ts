import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takesArtifacts } from '../adapters/github/artifact.ts';
import type { JobReported } from '../adapters/github/comment.ts';
import {
  claim,
  type JobArtifacts,
  type LeftResult,
  leaveResult,
  leftResults,
  readLeft,
} from '../adapters/github/job-results.ts';
import type { GitHubAccess } from './github-access.ts';

/** So many jobs of a matrix that block say so before the last one has ended: others may be cancelled for them. */
const MOST_EARLY = 3;

/** Whether the jobs of this matrix can leave each other anything. */
export const canShare = ({ runtime: { env }, run }: Pick<GitHubAccess, 'runtime' | 'run'>): boolean =>
  run.job.expected > 1 && Boolean(env.ACTIONS_RUNTIME_TOKEN) && takesArtifacts(env.GITHUB_SERVER_URL);

async function artifactsOf({ runtime: { env }, run, budget }: GitHubAccess): Promise<JobArtifacts> {
  const folder = await mkdtemp(join(env.RUNNER_TEMP || tmpdir(), 'weighbridge-jobs-'));
  const { key, attempt, runUrl } = run;
  return { key, attempt, runUrl, folder, timeoutMs: budget().limits.uploadMs };
}

/** Whether this job is the one of its matrix that says in the comment that the evaluation has begun. @throws whatever the service answers */
export async function isFirstToStart(access: GitHubAccess): Promise<boolean> {
  return claim(await artifactsOf(access), `started-${access.run.attempt}`);
}

/**
 * Leaves this job's result for the others.
 * @returns what this job is to write into the comment: all there is where it ended last, or is one of the first that block; nothing
 * where another job will
 * @throws whatever the service answers
 */
export async function toWrite(access: GitHubAccess, reported: JobReported): Promise<readonly JobReported[]> {
  const artifacts = await artifactsOf(access);
  await leaveResult(artifacts, reported);
  const left = await leftResults(access.run.key);
  const isLast = left.length >= access.run.job.expected;
  const blocking = left.filter(({ blocked }) => blocked).length;
  const isEarly = reported.result.blocked && blocking <= MOST_EARLY;
  // Of jobs that run again the others may have left nothing that this attempt can see: the comment still has what they said.
  if (!isLast && !isEarly) return access.run.attempt > 1 ? [reported] : [];
  const what = isLast ? `all-${digestOf(left)}` : `early-${blocking}-${access.run.attempt}`;
  return (await claim(artifacts, what)) ? readLeft(artifacts, left) : [];
}

/** Of what there is: where jobs run again, there is something else to say. */
const digestOf = (left: readonly LeftResult[]): string =>
  createHash('sha256')
    .update(left.map(({ artifact }) => artifact.name).join('\n'))
    .digest('hex')
    .slice(0, 12);
