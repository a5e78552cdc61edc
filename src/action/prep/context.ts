import process from 'node:process';
import { takesArtifacts } from '../../adapters/github/artifact.ts';
import { createClient } from '../../adapters/github/client.ts';
import { knowMergeBase } from '../../adapters/github/contents.ts';
import type { WorkflowEvent } from '../../adapters/github/event.ts';
import type { BegunConversation } from '../../adapters/github/our-comments.ts';
import { storedCredentials } from '../../adapters/process/git.ts';
import { refuseNewStore } from '../../app/baselines/store-in-git.ts';
import {
  type PolicySource,
  readBasePolicy,
  refuseNewCode,
  resolveBases,
} from '../../app/policy/base-policy.ts';
import { tipOf, waiversBeside } from '../../app/policy.ts';
import { readConfigAndFetch } from '../../app/sides/mlflow.ts';
import type { Overrides } from '../../config/overrides.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import {
  DEFAULT_WAIVER_PERMISSION,
  WAIVER_PERMISSIONS,
  type WaiverPermission,
} from '../../core/domain/policy.ts';
import { withBase } from '../event-base.ts';
import { fencedLog } from '../fenced-log.ts';
import { type ActionInputs, overridesFromInputs, readInputs } from '../inputs.ts';
import type { PlannedPolicy } from '../plan-file.ts';
import { requiredVariable, type StepRuntime } from '../runtime.ts';
import { readPayload, readWorkflowRun } from '../workflow-run.ts';
import { openingOf } from './opening.ts';
import { type BegunJob, withdrawCheck } from './reopen-check.ts';
import { missingTriggers } from './triggers.ts';
import { findConfig, findDirectory } from './workspace.ts';

/** What the step `prep` is given, each thing read and checked once. The later steps get theirs by way of the plan. */
export interface PrepContext extends BegunJob {
  /** Absolute, and the process is there: paths in the config and inputs are relative to it. */
  readonly directory: string;
  readonly overrides: Overrides;
  readonly config: ResolvedConfig;
  readonly configDigest: string;
  readonly policy: PlannedPolicy;
  /** Where what the base branch says was looked for. */
  readonly source: PolicySource;
  /** What of the comments of the pull request is known already. */
  readonly conversation?: BegunConversation | null;
  /** Number of the check that waits for the verdict; null where there is none. */
  readonly check: number | null;
}

const TIMEOUT_MS = 30_000;

/**
 * Reads inputs, event, config and policy; nothing of the pull request runs here.
 * @throws WeighbridgeError `usage` or `config`, when either config is at fault, the base branch cannot be read, or the pull
 * request lets code run that the base branch does not: before any model has run
 */
export async function readContext({ env, core }: StepRuntime): Promise<PrepContext> {
  const written = readInputs(requiredVariable(env, 'WEIGHBRIDGE_INPUTS'));
  // The dump holds the token; nothing started from here on may inherit it.
  delete env.WEIGHBRIDGE_INPUTS;
  // A secret that is not there, as on a fork, is an empty variable. A value that was taken for a name is not published.
  const unset = written['env-allow'].filter((name) => env[name] === undefined);
  const inputs = { ...written, 'env-allow': written['env-allow'].filter((name) => !unset.includes(name)) };
  refuseWithoutArtifacts(inputs.phase, env.GITHUB_SERVER_URL);
  const payload = await readPayload(env);
  const started = readWorkflowRun(env, inputs, payload);
  refuseDangerousEvent(started.event);
  for (const warning of warningsOf(env, inputs.phase === 'report' ? [] : unset)) core.warning(warning);
  const triggers = started.event.name === 'pull_request' ? await missingTriggers(env) : null;
  if (triggers !== null) core.warning(triggers);

  const { directory, prefix } = await findDirectory(
    requiredVariable(env, 'GITHUB_WORKSPACE'),
    inputs['working-directory'],
  );
  const credentials = await storedCredentials(directory);
  if (credentials.length > 0) core.warning(onCredentials(credentials));
  const configDigest = await findConfig(directory, inputs.config);
  process.chdir(directory);
  const overrides = overridesFromInputs(inputs);
  const log = fencedLog((text) => process.stdout.write(text));
  const { config } = await readConfigAndFetch(inputs.config, overrides, log);

  const { repository, apiUrl } = started;
  const token = inputs['github-token'];
  const client = token === undefined ? null : createClient({ token, apiUrl, timeoutMs: TIMEOUT_MS });
  const remote = client === null ? null : { client, repository };
  const opening = await openingOf({ inputs, run: started, payload }, env.GITHUB_REF);
  const { tip = null, ahead = [] } = opening.base ?? {};
  if (client !== null && tip !== null) knowMergeBase(client, { base: tip, at: tip, heads: ahead });
  const place = { payload, ref: env.GITHUB_REF, checkout: directory, remote, tip, core };
  const run = { ...started, event: await withBase(started.event, place) };
  const check = await withdrawCheck({ inputs, run, payload }, core, opening.checks);
  const source = { checkout: directory, prefix, configPath: inputs.config, remote };
  // An event that nobody knows names no commit for a check, and what is checked out all the same has a base.
  const event = { ...run.event, headSha: run.event.headSha ?? env.GITHUB_SHA ?? null };
  const policy = await readPolicy(event, source, config, overrides);
  const { conversation } = opening;
  return {
    ...{ inputs, run, payload, directory, overrides, config, configDigest, policy, source },
    ...{ conversation, check },
  };
}

/** Samples go from one job to another as an artifact, and what cannot be handed over need not be evaluated for hours. */
function refuseWithoutArtifacts(phase: ActionInputs['phase'], serverUrl: string | undefined): void {
  if (phase === 'all' || takesArtifacts(serverUrl)) return;
  throw new WeighbridgeError(
    'usage',
    `\`phase: ${phase}\` needs artifacts, and GitHub Enterprise Server (${serverUrl}) takes none of this kind`,
    { fix: 'leave `phase` out, so that one job evaluates and reports' },
  );
}

/**
 * `pull_request_target` runs a stranger's checkpoint with our secrets. `phase: report` is refused as well: what another job of
 * the run has left under the name of our artifact would be believed, and that job may have run the stranger's code.
 */
function refuseDangerousEvent({ name, use }: WorkflowEvent): void {
  if (use === 'evaluate') return;
  throw new WeighbridgeError(
    'usage',
    `Weighbridge does not evaluate on ${name}: neither what it runs nor what was evaluated is trusted there`,
    { fix: 'evaluate on pull_request, and report on workflow_run with `uses: …/weighbridge/report`' },
  );
}

function warningsOf(env: StepRuntime['env'], unset: readonly string[]) {
  const { ACTIONS_ID_TOKEN_REQUEST_TOKEN: token, RUNNER_OS: system } = env;
  const withToken =
    'This job has `id-token: write`, which puts a runtime token into every step. Weighbridge hides it from the evaluation; a job of its own without that permission would be safer.';
  const onWindows =
    'Windows runners are not supported: what the evaluation starts cannot be ended there, and it can read the environment of its parents. Use Linux, or judge there what another machine has evaluated.';
  const withoutValue = `The input env-allow names ${unset.join(', ')}, which this job does not have. Give it a value below \`env:\`, or leave it out.`;
  return [
    ...(token === undefined ? [] : [withToken]),
    ...(system === 'Windows' ? [onWindows] : []),
    ...(unset.length === 0 ? [] : [withoutValue]),
  ];
}

const onCredentials = (names: readonly string[]): string =>
  `The checkout keeps credentials that everything the evaluation runs can read (${names.join(', ')} in .git/config). Add \`persist-credentials: false\` below \`with:\` of actions/checkout.`;

/** The policy that will judge: that of the base branch, and on the default branch itself what is checked out. */
export async function readPolicy(
  event: WorkflowEvent,
  source: PolicySource,
  head: ResolvedConfig,
  overrides: Overrides,
): Promise<PlannedPolicy> {
  const { name, baseSha, headSha } = event;
  if (baseSha === null || headSha === null) {
    const waivers = await waiversBeside(source.configPath);
    return { base: null, waivers, waiverPermission: head.waiverPermission };
  }
  const { waivers, ...base } = await readBasePolicy({ name, baseSha, headSha }, source);
  refuseNewCode(base, head, overrides);
  const { fork, tip } = resolveBases(base, head, overrides);
  await refuseNewStore(head, tipOf(base).revision);
  const asked = tip === null ? [fork, head].flatMap((each) => each?.waiverPermission ?? []) : [];
  return { base, waivers, waiverPermission: tip?.waiverPermission ?? strictestPermission(asked) };
}

/** Where the branch has no config to say it: never less than what is asked by default. */
const strictestPermission = (asked: readonly WaiverPermission[]): WaiverPermission =>
  WAIVER_PERMISSIONS.findLast((each) => each === DEFAULT_WAIVER_PERMISSION || asked.includes(each)) ??
  DEFAULT_WAIVER_PERMISSION;
