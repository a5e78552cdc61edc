import { EXIT_CODES } from '../../core/domain/verdict.ts';
import { BOOTSTRAP } from '../../report/headline.ts';
import { commandData } from '../../report/log-fence.ts';
import type { PlanFile } from '../plan-file.ts';
import { listRegularFiles } from '../regular-files.ts';
import type { WorkflowRun } from '../workflow-run.ts';
import { type Publication, publishArtifact, publishSummary } from './publishers.ts';

export interface Handing {
  readonly publication: Pick<Publication, 'host' | 'run' | 'patience'>;
  readonly plan: PlanFile;
  readonly evaluation: string;
  readonly root: string;
  /** Takes out of files what may not be published. @returns those that may */
  readonly clean: (files: readonly string[]) => Promise<readonly string[]>;
}

interface Words {
  /** Part of the artifact's name. */
  readonly label: (plan: PlanFile, run: WorkflowRun) => readonly string[];
  readonly complete: string;
  readonly incomplete: string;
}

/** Tells the artifacts of a matrix apart. */
export const legLabel = ({ leg }: WorkflowRun): readonly string[] => (leg.expected > 1 ? [leg.id] : []);

/** With `phase: evaluate` the run directory goes to the job that will judge. */
export const EVALUATED: Words = {
  label: ({ shard }, run) =>
    shard === null ? [...legLabel(run), 'run'] : [`run-${shard.index}-of-${shard.count}`],
  complete: 'The evaluation is complete and waits to be judged.',
  incomplete: 'The evaluation is not complete, or could not be handed over.',
};

/** The first baseline goes where later runs look for that of a green run. */
export const FIRST_BASELINE: Words = {
  label: (_, run) => [...legLabel(run), 'report'],
  complete: BOOTSTRAP,
  incomplete: 'bootstrap: the first baseline could not be evaluated or kept.',
};

/** Where nothing is judged: no verdict is said, and the outputs stay at what was never proven. */
export async function uploadRun(
  { publication, plan, evaluation, root, clean }: Handing,
  words: Words,
): Promise<void> {
  const { core } = publication.host;
  const files = await clean(await listRegularFiles(plan.out));
  const label = words.label(plan, publication.run);
  const url = await publishArtifact(publication, { files, root, label });
  core.setOutput('report-url', url ?? '');
  const complete = evaluation === 'success' && url !== null;
  const summary = complete ? words.complete : words.incomplete;
  await publishSummary(publication, `${summary}\n`);
  core.setOutput('summary', summary);
  core.setOutput('exit-code', String(EXIT_CODES.invalid));
  core.setOutput('error', commandData(summary));
  core.setOutput('enforce', complete ? 'pass' : 'fail');
}
