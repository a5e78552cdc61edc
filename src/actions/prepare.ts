import { mkdir, mkdtemp, readFile, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { findBaseline, mustFind } from '../baseline.ts';
import { loadConfig } from '../config/load.ts';
import { WeighbridgeError } from '../domain/errors.ts';
import { readEvent } from '../github/event.ts';
import { type Environment, type Host, required } from './host.ts';
import { type ActionInputs, overridesOf, readInputs } from './inputs.ts';
import { fileDigest, writePlan } from './plan-file.ts';
import { surroundingsOf } from './surroundings.ts';

/**
 * Reads inputs, event and config, and writes the plan; nothing of the pull request runs here.
 * Outputs: `plan` (its path), `digest` (of the plan), `node` (the runner's own), `evaluate` (`true` or `false`).
 * @throws WeighbridgeError `usage` or `config`: before any model has run
 */
export async function prepare({ env, core }: Host): Promise<void> {
  const inputs = readInputs(required(env, 'WEIGHBRIDGE_INPUTS'));
  // The dump holds the token; nothing started from here on may inherit it.
  delete env.WEIGHBRIDGE_INPUTS;
  await refuseDangerousEvent(env, inputs);
  if (env.ACTIONS_ID_TOKEN_REQUEST_TOKEN !== undefined) {
    core.warning(
      'This job has `id-token: write`, which puts a runtime token into every step. Weighbridge hides it from the evaluation; a job of its own without that permission would be safer.',
    );
  }

  const directory = await insideWorkspace(env, inputs['working-directory']);
  const overrides = overridesOf(inputs);
  const configPath = resolve(directory, inputs.config);
  const sha256 = await digestOfConfig(configPath, inputs.config);
  process.chdir(directory);
  const config = await loadConfig(inputs.config, { overrides });

  const folder = await mkdtemp(join(required(env, 'RUNNER_TEMP'), 'weighbridge-'));
  const out = join(folder, 'run');
  await mkdir(out);
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
    started: new Date().toISOString(),
  });
  core.setOutput('plan', plan);
  core.setOutput('digest', digest);
  core.setOutput('node', process.execPath);
  core.setOutput('evaluate', String(inputs.phase !== 'report'));
}

/** `pull_request_target` runs a stranger's checkpoint with our secrets. */
async function refuseDangerousEvent(env: Environment, { phase }: ActionInputs): Promise<void> {
  const name = required(env, 'GITHUB_EVENT_NAME');
  const payload: unknown = JSON.parse(await readFile(required(env, 'GITHUB_EVENT_PATH'), 'utf8'));
  readEvent(name, payload, env.GITHUB_SHA ?? null);
  if (phase === 'report' || (name !== 'pull_request_target' && name !== 'workflow_run')) return;
  throw new WeighbridgeError(
    'usage',
    `Weighbridge does not evaluate on ${name}: what it runs is not trusted there`,
    {
      fix: 'evaluate on pull_request, and use `phase: report` here',
    },
  );
}

async function insideWorkspace(env: Environment, path: string): Promise<string> {
  const workspace = await realpath(required(env, 'GITHUB_WORKSPACE'));
  const directory = await realpath(resolve(workspace, path)).catch((cause: unknown) => {
    throw new WeighbridgeError('usage', `the working-directory ${path} does not exist`, {
      cause,
      fix: 'check out the repository first, and give a path inside it',
    });
  });
  const inside = relative(workspace, directory);
  if (inside !== '..' && !inside.startsWith(`..${sep}`)) return directory;
  throw new WeighbridgeError('usage', `the working-directory ${path} lies outside of the workspace`, {
    fix: 'give a path inside the repository',
  });
}

async function digestOfConfig(path: string, written: string): Promise<string> {
  return fileDigest(path).catch((cause: unknown) => {
    throw new WeighbridgeError('usage', `the config ${written} cannot be read`, {
      cause,
      fix: 'check out the repository first, or name the file with the input `config`',
    });
  });
}
