import { join } from 'node:path';
import { uploadArtifact } from '../../adapters/github/artifact.ts';
import {
  historyArtifactName,
  readArtifactHistory,
  writeArtifactHistory,
} from '../../app/history/artifacts.ts';
import { roundOf, withLine } from '../../app/history.ts';
import { loadConfig } from '../../config/load.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { connect, type GitHubAccess } from '../github-access.ts';
import type { PlanFile } from '../plan-file.ts';
import { requiredVariable } from '../runtime.ts';
import type { JudgedRun } from './judgement.ts';

/**
 * Adds the round to the history that the config keeps as artifacts. Of pull requests none: their config could say anything, and what
 * is read is of the branch. Whatever fails is a warning, and changes no verdict.
 */
export async function recordRound(
  access: GitHubAccess,
  plan: Pick<PlanFile, 'config' | 'overrides'>,
  { file }: Pick<JudgedRun, 'file'>,
  root: string,
): Promise<void> {
  const { run, runtime, budget } = access;
  if (file === null || run.event.pullRequest !== null) return;
  try {
    const config = await loadConfig(plan.config.path, { overrides: plan.overrides, assumeTasks: true });
    const { artifact: name = null, keep = null } = config.record ?? {};
    if (name === null) return;
    const branch = requiredVariable(runtime.env, 'GITHUB_REF_NAME');
    const remote = { client: connect(access, budget()), repository: run.repository };
    const before = await readArtifactHistory(remote, { name, branch });
    const line = await roundOf({ verdict: file, config, seconds: null });
    const folder = join(root, 'history');
    const text = withLine(before.text, line, keep, name);
    const files = await writeArtifactHistory(folder, { ...before, text });
    const timeoutMs = budget().limits.uploadMs;
    const bundle = { name: historyArtifactName(name, run.attempt), files, root: folder };
    await uploadArtifact({ ...bundle, runUrl: run.runUrl, timeoutMs });
  } catch (error) {
    const message = `The round was not recorded, which changes no verdict: ${messageOf(error)}`;
    runtime.core.warning(message, { title: 'Weighbridge' });
  }
}
