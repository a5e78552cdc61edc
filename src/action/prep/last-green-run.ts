import { join } from 'node:path';
import { artifactName } from '../../adapters/github/artifact.ts';
import { downloadBaseline } from '../../adapters/github/baseline-artifact.ts';
import { createClient } from '../../adapters/github/client.ts';
import { readEventBase } from '../../adapters/github/event.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { makeDirectory } from '../../results/store/disk-faults.ts';
import { listRegularFiles } from '../regular-files.ts';
import { jobLabel } from '../workflow-run.ts';
import type { PrepContext } from './context.ts';

const TIMEOUT_MS = 60_000;

/**
 * What the event, and the token that only this step has, add to the search for a baseline.
 * @param ref `GITHUB_REF`
 */
export function baselineSearch(context: PrepContext, ref: string | undefined, scratch: string) {
  const { branch, commit: told, onDefaultBranch } = readEventBase(context.payload, ref);
  const commit = context.run.event.baseSha ?? told;
  const artifact = branch === null ? null : (into: string) => lastGreenRun(context, branch, into);
  return { scratch, baseCommit: commit, onDefaultBranch, artifact };
}

/** The candidate that the last green run on a branch judged, out of that run's report. */
async function lastGreenRun({ inputs, run }: PrepContext, branch: string, into: string) {
  const token = inputs['github-token'];
  if (token === undefined) {
    throw new WeighbridgeError('platform', 'the input github-token is empty', {
      fix: 'leave it out: it is the token of the job by default',
    });
  }
  const { repository, runId, apiUrl, key } = run;
  const client = createClient({ token, apiUrl, timeoutMs: TIMEOUT_MS });
  await makeDirectory(into);
  const prefix = `${artifactName(key, ...jobLabel(run), 'report')}-`;
  const search = { client, token, repository, runId, branch, prefix };
  const origin = await downloadBaseline(search, into).catch((error: unknown) => {
    if (error instanceof WeighbridgeError) throw error;
    throw new WeighbridgeError('platform', `GitHub gave no artifact: ${messageOf(error)}`, {
      fix: 'give the job `permissions: { actions: read }`',
      cause: error,
    });
  });
  await listRegularFiles(into);
  return { folder: join(into, 'run', 'candidate'), origin };
}
