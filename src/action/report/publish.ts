import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { RETRY_LIMITS, RetryBudget, type RetryLimits } from '../../adapters/github/retry-budget.ts';
import type { Log } from '../../app/evaluate/model-evaluation.ts';
import { renderHtml } from '../../report/html.ts';
import { verdictJson } from '../../report/json.ts';
import { commandData } from '../../report/log-fence.ts';
import { COMMENT_BYTES, SUMMARY_BYTES } from '../../report/markdown.ts';
import type { ReportContext } from '../../report/section.ts';
import { readInputs } from '../inputs.ts';
import type { Pipeline } from '../pipeline.ts';
import { readPlan } from '../plan-file.ts';
import { requiredVariable, type StepRuntime } from '../runtime.ts';
import { readWorkflowRun } from '../workflow-run.ts';
import { cleanFiles } from './clean-files.ts';
import { judgedCommit } from './judged-commit.ts';
import { type JudgedRun, judgeRun, withoutSecrets } from './judgement.ts';
import { withNamedPull } from './named-pull.ts';
import {
  annotateLimits,
  type Publication,
  publishArtifact,
  publishCheck,
  publishComment,
  publishPage,
  publishSummary,
} from './publishers.ts';
import { EVALUATED, FIRST_BASELINE, legLabel, uploadRun } from './upload-run.ts';
import { waiverLabels } from './waiver-labels.ts';

/** What a leg of a large matrix may at least say before others are shortened for it. */
const LEG_BYTES = 12_000;
const LEG_FRAME_BYTES = 500;

/**
 * Judges what the evaluation wrote and tells everybody. The verdict's outputs are set before anything is published, and
 * no publisher can change them.
 * @throws WeighbridgeError when inputs or plan cannot be read: the step enforce then finds nothing said, and fails
 */
export async function publish(
  host: StepRuntime,
  pipeline: Pick<Pipeline, 'judgePlan'>,
  log: Log,
  waiting: RetryLimits = RETRY_LIMITS,
): Promise<void> {
  const { env, core } = host;
  const inputs = readInputs(requiredVariable(env, 'WEIGHBRIDGE_INPUTS'));
  // The dump holds the token; nothing started from here on may inherit it.
  delete env.WEIGHBRIDGE_INPUTS;
  const planPath = requiredVariable(env, 'WEIGHBRIDGE_PLAN');
  const plan = await readPlan(planPath, requiredVariable(env, 'WEIGHBRIDGE_PLAN_DIGEST'));
  const run = await withNamedPull(await readWorkflowRun(env, inputs), inputs, core);
  const evaluation = env.WEIGHBRIDGE_EVALUATE_OUTCOME ?? '';
  const root = dirname(planPath);
  process.chdir(plan.directory);
  const patience = () => new RetryBudget(waiting);
  const secrets = [inputs['github-token'], ...plan.envAllow.map((name) => env[name])].filter(
    (secret) => secret !== undefined,
  );
  const clean = (files: readonly string[]) => publishable(host, plan.out, files, secrets);
  const handing = { publication: { host, run, patience }, plan, evaluation, root, clean };
  if (plan.phase === 'evaluate') return uploadRun(handing, EVALUATED);
  if (plan.baselines?.bootstrap) return uploadRun(handing, FIRST_BASELINE);

  const labels = () => waiverLabels({ host, inputs, run, patience }, plan.policy);
  const ending = env.WEIGHBRIDGE_EVALUATE_ENDING ?? null;
  const judged = await judgeRun({ plan, pipeline, evaluation, ending, log, labels, clean });
  const judgement = withoutSecrets(judged, secrets);
  setVerdictOutputs(host, judgement);
  await annotateLimits(host, judgement, plan.directory);

  const elapsedSeconds = (Date.now() - Date.parse(plan.started)) / 1000;
  const { runUrl } = run;
  const now = new Date().toISOString();
  const commit = await judgedCommit({ host, inputs, run, patience });
  const context: ReportContext = {
    ...{ artifactUrl: null, pageUrl: null, runUrl },
    ...{ elapsedSeconds, envAllow: plan.envAllow, now, commit },
  };
  const written = await writeReport(judgement, context, join(root, 'report'));
  core.setOutput('verdict-path', written.verdict ?? '');
  const bundle = {
    files: [...written.files, ...judgement.runFiles],
    root,
    label: [...legLabel(run), 'report'],
  };
  const artifactUrl = inputs.artifact ? await publishArtifact({ host, run, patience }, bundle) : null;
  const pageUrl =
    artifactUrl === null || written.page === null
      ? null
      : await publishPage({ host, run, patience }, written.page, legLabel(run));
  core.setOutput('report-url', pageUrl ?? artifactUrl ?? run.runUrl);
  const linked = { ...context, artifactUrl, pageUrl };
  const publication: Publication = { host, inputs, run, judgement, elapsedSeconds, patience };
  const render = (bytes: number) => judgement.render(linked, bytes);
  await publishSummary(publication, render(SUMMARY_BYTES));
  const share = Math.max(LEG_BYTES, Math.floor(COMMENT_BYTES / run.leg.expected) - LEG_FRAME_BYTES);
  const text = render(run.leg.expected === 1 ? COMMENT_BYTES : share);
  core.setOutput('comment-url', (await publishComment(publication, text)) ?? '');
  await publishCheck(publication, render(COMMENT_BYTES));
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

export function setVerdictOutputs(
  { core }: Pick<StepRuntime, 'core'>,
  { verdict, blocked, exitCode, summary }: JudgedRun,
): void {
  core.setOutput('verdict', verdict);
  core.setOutput('blocked', String(blocked));
  core.setOutput('summary', summary);
  core.setOutput('exit-code', String(exitCode));
  core.setOutput('error', commandData(summary));
  core.setOutput('enforce', blocked ? 'fail' : 'pass');
}

interface WrittenReport {
  readonly verdict: string | null;
  /** The report as a page; null where there is no verdict file to make one of. */
  readonly page: string | null;
  readonly files: readonly string[];
}

/** Into a folder of our own: the run directory belongs to the evaluation, which may have put anything there. */
export async function writeReport(
  judgement: JudgedRun,
  context: ReportContext,
  folder: string,
): Promise<WrittenReport> {
  await mkdir(folder);
  const comment = join(folder, 'comment.md');
  await writeFile(comment, judgement.render(context, COMMENT_BYTES), { flag: 'wx' });
  if (judgement.file === null) return { verdict: null, page: null, files: [comment] };
  const verdict = join(folder, 'verdict.json');
  await writeFile(verdict, verdictJson(judgement.file), { flag: 'wx' });
  const page = join(folder, 'report.html');
  await writeFile(page, renderHtml(judgement.file, context), { flag: 'wx' });
  return { verdict, page, files: [verdict, comment, page] };
}
