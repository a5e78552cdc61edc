import { dirname, join } from 'node:path';
import process from 'node:process';
import type { DrawRecord } from '../../adapters/github/marker.ts';
import { RETRY_LIMITS, RetryBudget, type RetryLimits } from '../../adapters/github/retry-budget.ts';
import type { Log } from '../../app/log.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import type { ReportContext } from '../../report/section.ts';
import { checkpointKey } from '../../tasks/runners/order.ts';
import { isOwnPolicy, type PlannedDraw, readPlan } from '../plan-file.ts';
import { requiredVariable, type StepRuntime } from '../runtime.ts';
import { jobLabel } from '../workflow-run.ts';
import { cleanFiles } from './clean-files.ts';
import { type DecidePlan, judgeRun, withoutSecrets } from './judgement.ts';
import { publishReport, type ReportFiles, setVerdictOutputs } from './publish.ts';
import { annotateLimits, publishArtifact, publishPage } from './publishers.ts';
import { judgedCommit, labelWaivers } from './pull-request.ts';
import { lockedSplits, recordRound } from './record-round.ts';
import { EVALUATED, FIRST_BASELINE, uploadRun } from './upload-run.ts';

/**
 * Judges what the evaluation of a plan wrote and tells everybody. The verdict's outputs are set before anything is published.
 * @throws WeighbridgeError when the plan cannot be read: the step enforce then finds nothing said, and fails
 */
export async function reportPlan(
  runtime: StepRuntime,
  decide: DecidePlan,
  _log: Log,
  limits: RetryLimits = RETRY_LIMITS,
): Promise<void> {
  const { env, core } = runtime;
  const token = env.WEIGHBRIDGE_TOKEN || null;
  // Nothing started from here on may inherit it.
  delete env.WEIGHBRIDGE_TOKEN;
  const planPath = requiredVariable(env, 'WEIGHBRIDGE_PLAN');
  const plan = await readPlan(planPath, requiredVariable(env, 'WEIGHBRIDGE_PLAN_DIGEST'));
  process.chdir(plan.directory);
  const { inputs, policy, directory, out, started } = plan;
  const { run } = plan;
  const access = { runtime, token, run, budget: () => new RetryBudget(limits) };
  const root = dirname(planPath);
  const envAllow = inputs['env-allow'];
  const secrets = [token, ...envAllow.map((name) => env[name])].filter((secret) => secret != null);
  const clean = (files: readonly string[]) => publishable(runtime, out, files, secrets);

  const evaluation = env.WEIGHBRIDGE_EVALUATE_OUTCOME ?? '';
  if (inputs.phase === 'evaluate') return uploadRun(access, { plan, evaluation, root, clean }, EVALUATED);
  if (plan.baselines?.bootstrap) return uploadRun(access, { plan, evaluation, root, clean }, FIRST_BASELINE);

  const labels = () => labelWaivers(access, policy.waiverPermission);
  const ending = env.WEIGHBRIDGE_EVALUATE_ENDING ?? null;
  const judged = await judgeRun({ plan, decide, evaluation, ending, labels, clean });
  const judgement = withoutSecrets(judged, secrets);
  setVerdictOutputs(core, judgement);
  await annotateLimits(runtime, judgement, directory);

  const draw = drawIn(plan.draw, judgement.file);
  const share = inputs.artifact;
  const context: ReportContext = {
    ...{ artifactUrl: null, pageUrl: null, runUrl: run.runUrl, envAllow, now: new Date().toISOString() },
    elapsedSeconds: (Date.now() - Date.parse(started)) / 1000,
    speeds: judgement.speeds,
    directory: inputs['working-directory'],
    commit: judgedCommit(run),
    ownPolicy: isOwnPolicy(plan.policy),
    lockedSplits: await lockedSplits(access, plan, judgement),
    evaluation: draw === null ? null : { number: draw.number, tries: plan.draw.tries },
  };
  const upload = async ({ all, page }: ReportFiles) => {
    const files = [...all, ...judgement.runFiles];
    const label = [...jobLabel(run), 'report'];
    const artifactUrl = inputs.artifact ? await publishArtifact(access, { files, root, label }) : null;
    const hasPage = artifactUrl !== null && page !== null;
    return { artifactUrl, pageUrl: hasPage ? await publishPage(access, page, jobLabel(run)) : null };
  };
  const { comment, check } = inputs;
  const publication = {
    ...{ ...access, comment, share, check, ownCheck: plan.check ?? null, judgement, context },
    draw: draw?.record ?? null,
  };
  await publishReport(publication, join(root, 'report'), upload);
  await recordRound(access, plan, judgement, root);
}

/** Which evaluation of the pull request this is, and what is to be remembered of it; null where no checkpoint was evaluated. */
function drawIn(
  { job, policy, run, draws, order }: PlannedDraw,
  file: VerdictFile | null,
): { readonly number: number; readonly record: DrawRecord | null } | null {
  if (file === null || file.candidate === null) return null;
  const checkpoint = checkpointKey(file.candidate);
  const earlier = order.earlier[checkpoint];
  // The job that evaluated may have known less than this one, and drawn anew.
  const isEarlier =
    earlier !== undefined && file.tasks.every(({ orderSeed = earlier }) => orderSeed === earlier);
  const isAgain = (draw: DrawRecord) =>
    draw.checkpoint === checkpoint && draw.policy === policy && (draw.run === run || isEarlier);
  const before = draws.findIndex(isAgain);
  if (before >= 0) return { number: before + 1, record: null };
  return { number: draws.length + 1, record: { job, checkpoint, policy, run } };
}

/** The files of the run without what the evaluation was given to keep to itself; those that cannot be without stay here. */
async function publishable(
  { core }: StepRuntime,
  root: string,
  files: readonly string[],
  secrets: readonly string[],
): Promise<readonly string[]> {
  const { files: kept, withheld } = await cleanFiles(root, files, secrets);
  if (withheld.length > 0) {
    core.warning(
      `Not in the artifact: ${withheld.join(', ')}. The value of a variable of env-allow stands where it is compared (an id, a setting, a name), and cannot be taken out.`,
      { title: 'Weighbridge' },
    );
  }
  return kept;
}
