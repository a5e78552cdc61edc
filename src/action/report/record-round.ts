import { join } from 'node:path';
import { uploadArtifact } from '../../adapters/github/artifact.ts';
import {
  historyArtifactName,
  readArtifactHistory,
  writeArtifactHistory,
} from '../../app/history/artifacts.ts';
import { lockedSplitsOf } from '../../app/history/locked-splits.ts';
import { historySoFar, placeOf, roundOf, withLine } from '../../app/history.ts';
import { loadConfig } from '../../config/load.ts';
import type { LockedSplitUse } from '../../core/compare/locked-split.ts';
import { messageOf } from '../../core/domain/errors.ts';
import { parseHistory, type StoredHistory } from '../../results/store/history.ts';
import { connect, type GitHubAccess } from '../github-access.ts';
import type { PlanFile } from '../plan-file.ts';
import { requiredVariable } from '../runtime.ts';
import type { JudgedRun } from './judgement.ts';

type Planned = Pick<PlanFile, 'config' | 'overrides'>;
type Judged = Pick<JudgedRun, 'file'>;

const TITLE = { title: 'Weighbridge' };

const configOf = ({ config, overrides }: Planned) =>
  loadConfig(config.path, { overrides, assumeTasks: true });

/** The history of the branch that is merged into, or pushed to, as artifacts of this name keep it. */
function historyOf(access: GitHubAccess, name: string): ReturnType<typeof readArtifactHistory> {
  const { env } = access.runtime;
  const branch = env.GITHUB_BASE_REF || requiredVariable(env, 'GITHUB_REF_NAME');
  const remote = { client: connect(access, access.budget()), repository: access.run.repository };
  return readArtifactHistory(remote, { name, branch });
}

/** Of each locked split that the verdict rests on, how often it decided before; what cannot be read is told as not known. */
export async function lockedSplits(
  access: GitHubAccess,
  plan: Planned,
  { file }: Judged,
): Promise<readonly LockedSplitUse[]> {
  if (file === null) return [];
  const { core } = access.runtime;
  try {
    const config = await configOf(plan);
    const read = async (): Promise<StoredHistory | null> => {
      const artifact = config.record?.artifact ?? null;
      if (artifact !== null) return parseHistory((await historyOf(access, artifact)).text, artifact);
      const place = placeOf(config);
      return place === null ? null : historySoFar(place);
    };
    const readOrTell = () =>
      read().catch((error: unknown) => {
        core.warning(`The history of locked splits cannot be read: ${messageOf(error)}`, TITLE);
        return null;
      });
    return await lockedSplitsOf(config, file, readOrTell);
  } catch (error) {
    core.warning(`The locked splits are not known: ${messageOf(error)}`, TITLE);
    return [];
  }
}

/**
 * Adds the round to the history that the config keeps as artifacts. Of pull requests none: their config could say anything, and what
 * is read is of the branch. Whatever fails is a warning, and changes no verdict.
 */
export async function recordRound(
  access: GitHubAccess,
  plan: Planned,
  { file }: Judged,
  root: string,
): Promise<void> {
  const { run, runtime, budget } = access;
  if (file === null || run.event.pullRequest !== null) return;
  try {
    const config = await configOf(plan);
    const { artifact: name = null, keep = null } = config.record ?? {};
    if (name === null) return;
    const before = await historyOf(access, name);
    const line = await roundOf({ verdict: file, config, seconds: null });
    const folder = join(root, 'history');
    const text = withLine(before.text, line, keep, name);
    const files = await writeArtifactHistory(folder, { ...before, text });
    const bundle = { name: historyArtifactName(name, run.attempt), files, root: folder };
    await uploadArtifact({ ...bundle, runUrl: run.runUrl, timeoutMs: budget().limits.uploadMs });
  } catch (error) {
    runtime.core.warning(`The round was not recorded, which changes no verdict: ${messageOf(error)}`, TITLE);
  }
}
