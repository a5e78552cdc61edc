import { verdictExitCode } from '../../core/domain/verdict.ts';
import { BOOTSTRAP } from '../../report/headline.ts';
import { commandData } from '../../report/log-fence.ts';
import { shardOf } from '../../tasks/runners/shards.ts';
import type { GitHubAccess } from '../github-access.ts';
import type { PlanFile } from '../plan-file.ts';
import { listRegularFiles } from '../regular-files.ts';
import { jobLabel, type WorkflowRun } from '../workflow-run.ts';
import { publishArtifact, publishSummary } from './publishers.ts';

export interface EvaluatedFiles {
  readonly plan: PlanFile;
  /** `steps.evaluate.outcome` */
  readonly evaluation: string;
  /** What paths in the artifact are relative to. */
  readonly root: string;
  /** Takes out of files what may not be published. @returns those that may */
  readonly clean: (files: readonly string[]) => Promise<readonly string[]>;
}

interface UploadKind {
  /** Part of the artifact's name. */
  readonly label: (plan: PlanFile, run: WorkflowRun) => readonly string[];
  readonly complete: string;
  readonly incomplete: string;
}

/** With `phase: evaluate` the run directory goes to the job that will judge. */
export const EVALUATED: UploadKind = {
  label: ({ inputs: { shard: named, round: of } }, run) => {
    const shard = shardOf(named, of);
    if (shard === null) return [...jobLabel(run), 'run'];
    const round = shard.round === undefined ? '' : `-round-${shard.round.index}-of-${shard.round.count}`;
    return [`run-${shard.index}-of-${shard.count}${round}`];
  },
  complete: 'The evaluation is complete and waits to be judged.',
  incomplete: 'The evaluation is not complete, or could not be uploaded.',
};

/** The first baseline goes where later runs look for that of a green run. */
export const FIRST_BASELINE: UploadKind = {
  label: (_, run) => [...jobLabel(run), 'report'],
  complete: BOOTSTRAP,
  incomplete: 'bootstrap: the first baseline could not be evaluated or kept.',
};

/** Where nothing is judged: no verdict is said, and the outputs stay at what was never proven. */
export async function uploadRun(
  access: GitHubAccess,
  { plan, evaluation, root, clean }: EvaluatedFiles,
  kind: UploadKind,
): Promise<void> {
  const { core } = access.runtime;
  const files = await clean(await listRegularFiles(plan.out));
  const url = await publishArtifact(access, { files, root, label: kind.label(plan, access.run) });
  core.setOutput('report-url', url ?? '');
  const isComplete = evaluation === 'success' && url !== null;
  const summary = isComplete ? kind.complete : kind.incomplete;
  await publishSummary(access, `${summary}\n`);
  core.setOutput('summary', summary);
  core.setOutput('exit-code', String(verdictExitCode('invalid', true)));
  core.setOutput('error', commandData(summary));
  core.setOutput('enforce', isComplete ? 'pass' : 'fail');
}
