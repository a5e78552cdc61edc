import { mkdtemp, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { createClient } from '../../adapters/github/client.ts';
import type { RemoteFiles } from '../../adapters/github/contents.ts';
import { type EvaluatedRun, evaluatedRun } from '../../adapters/github/evaluated-run.ts';
import { readRepository } from '../../adapters/github/event.ts';
import { RetryBudget } from '../../adapters/github/retry-budget.ts';
import { judgeDownloadedRun } from '../../app/judge.ts';
import { readBasePolicy, remoteFile } from '../../app/policy/base-policy.ts';
import { tipOf } from '../../app/policy.ts';
import { reviewSuite } from '../../app/suite/review-suite.ts';
import { resolveConfig } from '../../config/resolve.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { ReportContext } from '../../report/section.ts';
import { tipOfNow } from '../event-base.ts';
import type { GitHubAccess } from '../github-access.ts';
import { type ReportInputs, readReportInputs } from '../inputs.ts';
import { requiredVariable, type StepRuntime } from '../runtime.ts';
import { apiUrlOf, defaultKey, readPayload, runUrlOf, type WorkflowRun } from '../workflow-run.ts';
import { downloadCandidate, locateBaseline } from './download-samples.ts';
import { type JudgedRun, judgedRun, unjudgedRun, withoutSecrets } from './judgement.ts';
import { publishReport, setVerdictOutputs } from './publish.ts';
import { labelWaivers } from './pull-request.ts';

const TIMEOUT_MS = 30_000;

/** Said of samples that the author of a pull request could have written by hand. */
const UNTRUSTED = "they were evaluated by the fork's own job: the samples could be forged";

/**
 * Reports what another workflow has evaluated. Nothing of the pull request is checked out or run, and nothing that the other
 * workflow concluded is believed: its samples are judged anew.
 * @returns the exit code of the step
 * @throws WeighbridgeError when the event is none that can be reported on
 */
export async function reportWorkflowRun(runtime: StepRuntime): Promise<number> {
  const { env, core } = runtime;
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
  const run = runOf(env, inputs, repository, evaluated);
  const access: GitHubAccess = { runtime, run, token, budget: () => new RetryBudget() };
  const judgement = withoutSecrets(await judge(access, inputs, remote, evaluated, folder), [token]);
  setVerdictOutputs(core, judgement);
  const commit = { sha: evaluated.headSha, newerHead: null };
  const origin = judgement.file?.policyOrigin;
  const ownPolicy = origin?.state === 'adopted';
  const context: ReportContext = {
    ...{ artifactUrl: null, runUrl: run.runUrl, elapsedSeconds: null, commit, ownPolicy },
    speeds: judgement.speeds,
    directory: inputs['working-directory'],
  };
  const { comment, check } = inputs;
  await publishReport(
    { ...access, comment, share: false, check, judgement, context },
    join(folder, 'report'),
  );
  if (judgement.blocked) core.error(judgement.summary, { title: 'Weighbridge' });
  return judgement.exitCode;
}

/** Whatever fails on the way is a verdict of `invalid`. */
async function judge(
  access: GitHubAccess,
  inputs: ReportInputs,
  remote: RemoteFiles,
  evaluated: EvaluatedRun,
  folder: string,
): Promise<JudgedRun> {
  try {
    const workspace = await realpath(requiredVariable(access.runtime.env, 'GITHUB_WORKSPACE'));
    const { baseSha: told, baseRef, headSha } = evaluated.pullRequest;
    const baseSha = await tipOfNow(baseRef, told, { remote, core: access.runtime.core });
    const prefix = inputs['working-directory'];
    const file = inputs.config;
    const source = { checkout: null, prefix, configPath: file, remote };
    const base = await readBasePolicy({ name: 'pull_request', baseSha, headSha }, source);
    const bytes = await remoteFile(remote, null, headSha, posix.join(prefix, file));
    const config = bytes?.toString('utf8') ?? null;
    const baseConfig = base === null ? null : tipOf(base).config;
    const candidate = await downloadCandidate(remote, evaluated, inputs['comment-key'], folder);
    const baseline = await locateBaseline(
      ...([remote, evaluated, inputs, baseConfig ?? config, workspace, folder] as const),
    );
    // Labels are for those whom the base branch trusts with them; without a config there, for nobody.
    const labels =
      baseConfig === null
        ? []
        : await labelWaivers(access, resolveConfig({ text: baseConfig, file }).waiverPermission);
    // Of a fork nothing that is good is believed, so that nobody has to load what it says of its files.
    const suite =
      config === null || evaluated.fork
        ? null
        : await reviewSuite(
            {
              ...{ config: resolveConfig({ text: config, file }), overrides: {}, policy: { base }, source },
              head: headSha,
            },
            join(folder, 'review'),
          );
    const policies = {
      ...{
        base,
        suite,
        waivers: [...(base?.waivers ?? []), ...labels],
        today: new Date().toISOString().slice(0, 10),
      },
      untrusted: evaluated.fork ? UNTRUSTED : null,
    };
    const given = inputs.baseline === undefined ? {} : { baseline: inputs.baseline };
    const judged = await judgeDownloadedRun({ file, config, candidate, baseline, given, policies });
    return judgedRun(judged.verdict, judged.samples(), []);
  } catch (error) {
    return unjudgedRun(error, []);
  }
}

function runOf(
  env: StepRuntime['env'],
  inputs: ReportInputs,
  repository: WorkflowRun['repository'],
  { id, attempt, headSha, pullRequest }: EvaluatedRun,
): WorkflowRun {
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
    runUrl: runUrlOf(env, repository, id),
    apiUrl: apiUrlOf(env),
    key: inputs['comment-key'] ?? defaultKey(env, inputs),
    job: { id: 'report', label: '', expected: 1 },
  };
}
