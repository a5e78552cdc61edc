import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { EXIT_CODES } from '../domain/verdict.ts';
import { BOOTSTRAP } from '../report/bootstrap.ts';
import { canonicalJson } from '../report/json.ts';
import { commandData } from '../report/log-fence.ts';
import { COMMENT_BYTES, type ReportContext, SUMMARY_BYTES } from '../report/markdown.ts';
import { confinedFiles } from './confine.ts';
import { type Host, required } from './host.ts';
import { readInputs } from './inputs.ts';
import { type Judgement, judgeRun } from './judgement.ts';
import type { Log, Pipeline } from './pipeline.ts';
import { type Plan, readPlan } from './plan-file.ts';
import {
  type Publication,
  publishArtifact,
  publishCheck,
  publishComment,
  publishSummary,
} from './publishers.ts';
import { readRunFacts } from './run-facts.ts';

/**
 * Judges what the evaluation wrote and tells everybody. The verdict's outputs are set before anything is published, and
 * no publisher can change them.
 * @throws WeighbridgeError when inputs or plan cannot be read: the step enforce then finds nothing said, and fails
 */
export async function publish(host: Host, pipeline: Pick<Pipeline, 'judge'>, log: Log): Promise<void> {
  const { env, core } = host;
  const inputs = readInputs(required(env, 'WEIGHBRIDGE_INPUTS'));
  // The dump holds the token; nothing started from here on may inherit it.
  delete env.WEIGHBRIDGE_INPUTS;
  const planPath = required(env, 'WEIGHBRIDGE_PLAN');
  const plan = await readPlan(planPath, required(env, 'WEIGHBRIDGE_PLAN_DIGEST'));
  const run = await readRunFacts(env, inputs);
  const evaluation = env.WEIGHBRIDGE_EVALUATE_OUTCOME ?? '';
  const root = dirname(planPath);
  process.chdir(plan.directory);
  const handing = { publication: { host, run }, plan, evaluation, root };
  if (plan.phase === 'evaluate') return handOver(handing, EVALUATED);
  if (plan.baselines?.bootstrap) return handOver(handing, FIRST_BASELINE);

  const judgement = await judgeRun({ plan, pipeline, evaluation, log });
  sayVerdict(host, judgement);

  const publication: Publication = { host, inputs, run, judgement };
  const elapsedSeconds = (Date.now() - Date.parse(plan.started)) / 1000;
  const now = new Date().toISOString();
  const context: ReportContext = { artifactUrl: null, runUrl: run.runUrl, elapsedSeconds, now };
  const written = await writeReport(judgement, context, join(root, 'report'));
  core.setOutput('verdict-path', written.verdict ?? '');
  const bundle = { files: [...written.files, ...judgement.runFiles], root, label: 'report' };
  const artifactUrl = inputs.artifact ? await publishArtifact({ host, run }, bundle) : null;
  core.setOutput('report-url', artifactUrl ?? run.runUrl);
  const linked = { ...context, artifactUrl };
  await publishSummary(publication, judgement.render(linked, SUMMARY_BYTES));
  core.setOutput('comment-url', (await publishComment(publication, linked)) ?? '');
  await publishCheck(publication, linked);
}

function sayVerdict({ core }: Host, { verdict, blocked, exitCode, summary }: Judgement): void {
  core.setOutput('verdict', verdict);
  core.setOutput('blocked', String(blocked));
  core.setOutput('summary', summary);
  core.setOutput('exit-code', String(exitCode));
  core.setOutput('error', commandData(summary));
  core.setOutput('enforce', blocked ? 'fail' : 'pass');
}

interface WrittenReport {
  readonly verdict: string | null;
  readonly files: readonly string[];
}

/** Into a folder of our own: the run directory belongs to the evaluation, which may have put anything there. */
async function writeReport(
  judgement: Judgement,
  context: ReportContext,
  folder: string,
): Promise<WrittenReport> {
  await mkdir(folder);
  const comment = join(folder, 'comment.md');
  await writeFile(comment, judgement.render(context, COMMENT_BYTES), { flag: 'wx' });
  if (judgement.file === null) return { verdict: null, files: [comment] };
  const verdict = join(folder, 'verdict.json');
  await writeFile(verdict, canonicalJson(judgement.file), { flag: 'wx' });
  return { verdict, files: [verdict, comment] };
}

interface Handing {
  readonly publication: Pick<Publication, 'host' | 'run'>;
  readonly plan: Plan;
  readonly evaluation: string;
  readonly root: string;
}

interface Words {
  /** Part of the artifact's name. */
  readonly label: (shard: Plan['shard']) => string;
  readonly complete: string;
  readonly incomplete: string;
}

/** With `phase: evaluate` the run directory goes to the job that will judge. */
const EVALUATED: Words = {
  label: (shard) => (shard === null ? 'run' : `run-${shard.index}-of-${shard.count}`),
  complete: 'The evaluation is complete and waits to be judged.',
  incomplete: 'The evaluation is not complete, or could not be handed over.',
};

/** The first baseline goes where later runs look for that of a green run. */
const FIRST_BASELINE: Words = {
  label: () => 'report',
  complete: BOOTSTRAP,
  incomplete: 'bootstrap: the first baseline could not be evaluated or kept.',
};

/** Where nothing is judged: no verdict is said, and the outputs stay at what was never proven. */
async function handOver({ publication, plan, evaluation, root }: Handing, words: Words): Promise<void> {
  const { core } = publication.host;
  const files = await confinedFiles(plan.out);
  const url = await publishArtifact(publication, { files, root, label: words.label(plan.shard) });
  core.setOutput('report-url', url ?? '');
  const complete = evaluation === 'success' && url !== null;
  const summary = complete ? words.complete : words.incomplete;
  await publishSummary(publication, `${summary}\n`);
  core.setOutput('summary', summary);
  core.setOutput('exit-code', String(EXIT_CODES.invalid));
  core.setOutput('error', commandData(summary));
  core.setOutput('enforce', complete ? 'pass' : 'fail');
}
