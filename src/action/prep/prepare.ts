import { mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { createClient } from '../../adapters/github/client.ts';
import { readRepository, type WorkflowEvent } from '../../adapters/github/event.ts';
import { findBaseline, mustFind } from '../../app/baselines/find.ts';
import { loadConfig } from '../../config/load.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { PolicySource } from '../base-policy.ts';
import { type ActionInputs, overridesFromInputs, readInputs } from '../inputs.ts';
import { planFileDigest, writePlan } from '../plan-file.ts';
import { type RunnerEnvironment, requiredVariable, type StepRuntime } from '../runtime.ts';
import { apiUrlOf, readEventOf } from '../workflow-run.ts';
import { downloadShards } from './download-shards.ts';
import { surroundingsOf } from './event-context.ts';
import { planPolicy } from './plan-policy.ts';

const TIMEOUT_MS = 30_000;

/**
 * Reads inputs, event and config, and writes the plan; nothing of the pull request runs here.
 * Outputs: `plan` (its path), `digest` (of the plan), `node` (the runner's own), `evaluate` (`true` or `false`).
 * @throws WeighbridgeError `usage` or `config`: before any model has run
 */
export async function prepare({ env, core }: StepRuntime): Promise<void> {
  const inputs = readInputs(requiredVariable(env, 'WEIGHBRIDGE_INPUTS'));
  // The dump holds the token; nothing started from here on may inherit it.
  delete env.WEIGHBRIDGE_INPUTS;
  const event = await readEventOf(env);
  refuseDangerousEvent(event);
  if (env.ACTIONS_ID_TOKEN_REQUEST_TOKEN !== undefined) {
    core.warning(
      'This job has `id-token: write`, which puts a runtime token into every step. Weighbridge hides it from the evaluation; a job of its own without that permission would be safer.',
    );
  }

  if (env.RUNNER_OS === 'Windows') {
    core.warning(
      'Windows runners are not supported: what the evaluation starts cannot be ended there, and it can read the environment of its parents. Use Linux, or judge there what another machine has evaluated.',
    );
  }

  const directory = await insideWorkspace(env, inputs['working-directory']);
  const overrides = overridesFromInputs(inputs);
  const configPath = resolve(directory, inputs.config);
  const sha256 = await digestOfConfig(configPath, inputs.config);
  await refuseLinks(dirname(configPath), inputs.config);
  process.chdir(directory);
  const place = await policyPlace(env, inputs, directory);
  const policy = await planPolicy(event, place, overrides);
  const config = await loadConfig(inputs.config, { overrides });

  const folder = await mkdtemp(join(requiredVariable(env, 'RUNNER_TEMP'), 'weighbridge-'));
  const out = join(folder, 'run');
  await mkdir(out);
  if (inputs.phase === 'report') {
    const problem = await downloadShards(inputs['comment-key'], out, requiredVariable(env, 'RUNNER_TEMP'));
    // Without samples the verdict is invalid, and that should be reported like any other.
    if (problem !== null) core.warning(problem, { title: 'Weighbridge' });
  }
  const baselines = mustFind(config)
    ? await findBaseline(config, await surroundingsOf(env, inputs, join(folder, 'baseline')))
    : null;
  const plan = join(folder, 'plan.json');
  const digest = await writePlan(plan, {
    version: 1,
    directory,
    config: { path: inputs.config, sha256 },
    overrides,
    ...(baselines === null ? {} : { baselines }),
    out,
    phase: inputs.phase,
    shard: inputs.shard ?? null,
    timeoutMinutes: inputs['timeout-minutes'],
    envAllow: inputs['env-allow'],
    policy,
    started: new Date().toISOString(),
  });
  core.setOutput('plan', plan);
  core.setOutput('digest', digest);
  core.setOutput('node', process.execPath);
  core.setOutput('evaluate', String(inputs.phase !== 'report'));
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

async function policyPlace(
  env: RunnerEnvironment,
  inputs: ActionInputs,
  directory: string,
): Promise<PolicySource> {
  const token = inputs['github-token'];
  const workspace = await realpath(requiredVariable(env, 'GITHUB_WORKSPACE'));
  const folder = relative(workspace, directory).split(sep).join('/');
  const client =
    token === undefined ? null : createClient({ token, apiUrl: apiUrlOf(env), timeoutMs: TIMEOUT_MS });
  return {
    checkout: directory,
    prefix: folder === '' ? '' : `${folder}/`,
    configPath: inputs.config,
    remote: client === null ? null : { client, repository: readRepository(env.GITHUB_REPOSITORY) },
  };
}

async function insideWorkspace(env: RunnerEnvironment, path: string): Promise<string> {
  const workspace = await realpath(requiredVariable(env, 'GITHUB_WORKSPACE'));
  const directory = await realpath(resolve(workspace, path)).catch((cause: unknown) => {
    throw new WeighbridgeError('usage', `the working-directory ${path} does not exist`, {
      cause,
      fix: 'check out the repository first, and give a path inside it',
    });
  });
  const inside = relative(workspace, directory);
  if (inside === '..' || inside.startsWith(`..${sep}`)) {
    throw new WeighbridgeError('usage', `the working-directory ${path} lies outside of the workspace`, {
      fix: 'give a path inside the repository',
    });
  }
  await refuseLinks(resolve(workspace, path), path);
  return directory;
}

/** A pull request could turn a folder into a link to one that the base branch does not have, and so be without its limits. */
async function refuseLinks(folder: string, written: string): Promise<void> {
  if ((await realpath(folder)) === folder) return;
  throw new WeighbridgeError(
    'usage',
    `${written} leads through a symbolic link, behind which the base branch's limits cannot be looked up`,
    { fix: 'name the folder itself' },
  );
}

async function digestOfConfig(path: string, written: string): Promise<string> {
  return planFileDigest(path).catch((cause: unknown) => {
    throw new WeighbridgeError('usage', `the config ${written} cannot be read`, {
      cause,
      fix: 'check out the repository first, or name the file with the input `config`',
    });
  });
}
