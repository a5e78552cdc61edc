import { mkdtemp, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { createClient } from '../../adapters/github/client.ts';
import { type RemoteFiles, remoteFile } from '../../adapters/github/contents.ts';
import { type EvaluatedRun, evaluatedRun } from '../../adapters/github/evaluated-run.ts';
import { readRepository } from '../../adapters/github/event.ts';
import { RETRY_LIMITS, RetryBudget } from '../../adapters/github/retry-budget.ts';
import { judgeReceived } from '../../app/judge/received.ts';
import { resolveConfig } from '../../config/resolve.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { COMMENT_BYTES, SUMMARY_BYTES } from '../../report/markdown.ts';
import type { ReportContext } from '../../report/section.ts';
import { type BranchPolicy, readBasePolicy } from '../base-policy.ts';
import { readInputs } from '../inputs.ts';
import { requiredVariable, type StepRuntime } from '../runtime.ts';
import { apiUrlOf, defaultKey, readPayload, type WorkflowRun } from '../workflow-run.ts';
import { downloadCandidate, locateBaseline } from './download-samples.ts';
import { found, invalidVerdict, type JudgedRun, withoutSecrets } from './judgement.ts';
import { setVerdictOutputs, writeReport } from './publish.ts';
import { type Publication, publishCheck, publishComment, publishSummary } from './publishers.ts';
import { type ReportInputs, readReportInputs } from './report-inputs.ts';
import { waiverLabels } from './waiver-labels.ts';

const TIMEOUT_MS = 30_000;

/** Said of samples that the author of a pull request could have written by hand. */
const UNTRUSTED = "they were evaluated by the fork's own job: the samples could be forged";

/**
 * Reports what another workflow has evaluated. Nothing of the pull request is checked out or run, and nothing that the other
 * workflow concluded is believed: its samples are judged anew.
 * @returns the exit code of the step
 * @throws WeighbridgeError when the event is none that can be reported on
 */
export async function reportRun({ env, core }: StepRuntime): Promise<number> {
  const inputs = readReportInputs(env);
  const token = inputs['github-token'];
  if (token === undefined) {
    throw new WeighbridgeError('usage', 'the input github-token is empty', {
      fix: 'leave it out, or name a token',
    });
  }
  const repository = readRepository(env.GITHUB_REPOSITORY);
  const client = createClient({ token, apiUrl: apiUrlOf(env), timeoutMs: TIMEOUT_MS });
  const remote: RemoteFiles = { client, repository };
  const eventName = requiredVariable(env, 'GITHUB_EVENT_NAME');
  const evaluated = await evaluatedRun(remote, eventName, await readPayload(env), inputs.workflow ?? null);
  if (evaluated === null) {
    core.notice('Nothing to report: no open pull request has the evaluated commit as its head any more.', {
      title: 'Weighbridge',
    });
    return 0;
  }

  const folder = await mkdtemp(join(requiredVariable(env, 'RUNNER_TEMP'), 'weighbridge-'));
  const run = factsOf(env, inputs, repository, evaluated);
  const judgement = withoutSecrets(await judge({ env, core }, inputs, remote, run, evaluated, folder), [
    token,
  ]);
  setVerdictOutputs({ core }, judgement);
  const commit = { sha: evaluated.headSha, newerHead: null };
  const context: ReportContext = { artifactUrl: null, runUrl: run.runUrl, elapsedSeconds: null, commit };
  core.setOutput(
    'verdict-path',
    (await writeReport(judgement, context, join(folder, 'report'))).verdict ?? '',
  );
  core.setOutput('report-url', run.runUrl);
  const shared = { comment: inputs.comment, check: inputs.check ? 'on' : 'off', 'github-token': token };
  const publication: Publication = {
    host: { env, core },
    inputs: readInputs(JSON.stringify(shared)),
    ...{ run, judgement, elapsedSeconds: null, patience: () => new RetryBudget(RETRY_LIMITS) },
  };
  const render = (bytes: number) => judgement.render(context, bytes);
  await publishSummary(publication, render(SUMMARY_BYTES));
  core.setOutput('comment-url', (await publishComment(publication, render(COMMENT_BYTES))) ?? '');
  await publishCheck(publication, render(COMMENT_BYTES));
  if (judgement.blocked) core.error(judgement.summary, { title: 'Weighbridge' });
  return judgement.exitCode;
}

/** Whatever fails on the way is a verdict of `invalid`. */
async function judge(
  host: StepRuntime,
  inputs: ReportInputs,
  remote: RemoteFiles,
  run: WorkflowRun,
  evaluated: EvaluatedRun,
  folder: string,
): Promise<JudgedRun> {
  try {
    const workspace = await realpath(requiredVariable(host.env, 'GITHUB_WORKSPACE'));
    const { baseSha, headSha } = evaluated.pullRequest;
    const prefix = inputs['working-directory'];
    const place = { checkout: null, prefix, configPath: inputs.config, remote };
    const base = await readBasePolicy({ name: 'pull_request', baseSha, headSha }, place);
    const bytes = await remoteFile(remote, headSha, posix.join(prefix, inputs.config));
    const config = bytes?.toString('utf8') ?? null;
    const candidate = await downloadCandidate(remote, evaluated, inputs['comment-key'], folder);
    const baseline = await locateBaseline(
      remote,
      evaluated,
      inputs,
      base?.config ?? config,
      workspace,
      folder,
    );
    const waivers = [...(base?.waivers ?? []), ...(await labels(host, inputs, run, base))];
    const policies = {
      ...{ base, waivers, today: new Date().toISOString().slice(0, 10) },
      untrusted: evaluated.fork ? UNTRUSTED : null,
    };
    return found(await judgeReceived({ file: inputs.config, config, candidate, baseline, policies }), []);
  } catch (error) {
    return invalidVerdict(error, []);
  }
}

/** Labels are for those whom the base branch trusts with them; without a config there, for nobody. */
async function labels(host: StepRuntime, inputs: ReportInputs, run: WorkflowRun, base: BranchPolicy | null) {
  if (base === null || base.config === null) return [];
  const { waiverPermission } = resolveConfig({ text: base.config, file: inputs.config });
  const patience = () => new RetryBudget(RETRY_LIMITS);
  return waiverLabels({ host, inputs, run, patience }, { waiverPermission });
}

function factsOf(
  env: StepRuntime['env'],
  inputs: ReportInputs,
  repository: WorkflowRun['repository'],
  { id, attempt, headSha, pullRequest }: EvaluatedRun,
): WorkflowRun {
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  return {
    repository,
    // The token of this job is our own, wherever the pull request comes from.
    event: {
      ...{ name: 'workflow_run', use: 'report', headSha, baseSha: pullRequest.baseSha },
      pullRequest: { ...pullRequest, fork: false },
    },
    // What is reported is the evaluation: a later one wins, in whatever order the reports run.
    runId: id,
    attempt,
    runUrl: `${server}/${repository.owner}/${repository.name}/actions/runs/${id}`,
    apiUrl: apiUrlOf(env),
    key: inputs['comment-key'] ?? defaultKey(env, inputs),
    leg: { id: 'report', label: '', expected: 1 },
  };
}
