import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { chmod, copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { childEnvironment } from '../adapters/process/environment.ts';
import {
  findAncestor,
  isReadable,
  type ProcessIdentity,
  processIdentity,
} from '../adapters/process/identity.ts';
import { WeighbridgeError } from '../core/domain/errors.ts';
import type { Assignment } from './follow-progress.ts';
import type { HostEnvironment } from './host.ts';

const START_MS = 10_000;
/** Processes that live as long as the job, and hold its token: of GitHub's runner, and act in its place. */
const RUNNERS = ['Runner.Worker', 'act'];

/**
 * Starts the writer of the progress, which outlives the step and holds the token while foreign code runs as the same user. The token
 * reaches it through a channel that is closed afterwards; its arguments and environment are empty of secrets. And it runs a copy
 * of Node that its owner may execute and not read: of such a process Linux shows memory, environment and files to root
 * alone, and dumps no core (`PR_SET_DUMPABLE`, prctl(2)). Where that does not hold, since the job is root's or the system is another,
 * it is started only if the runner itself, which has the token as well, is no better guarded.
 * @param scratch a folder of our own
 * @throws WeighbridgeError `platform` where the token could be read of it, or it cannot be told from others
 */
export async function startWriter(
  script: string,
  assignment: Omit<Assignment, 'runner'>,
  scratch: string,
  env: HostEnvironment,
): Promise<ProcessIdentity> {
  const program = join(scratch, 'progress-writer');
  try {
    await copyFile(process.execPath, program, constants.COPYFILE_FICLONE);
    await chmod(program, 0o100);
    const child = fork(script, [], {
      ...{ execPath: program, execArgv: [], cwd: '/', detached: true, env: writerEnvironment(env) },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    try {
      return await brief(child, assignment);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  } finally {
    await rm(program, { force: true });
  }
}

async function brief(child: ChildProcess, assignment: Omit<Assignment, 'runner'>): Promise<ProcessIdentity> {
  const signal = AbortSignal.timeout(START_MS);
  await once(child, 'spawn', { signal });
  const identity = await processIdentity(child.pid ?? 0);
  if (identity === null) {
    throw new WeighbridgeError('platform', 'processes can only be told from each other on Linux');
  }
  const runner = await findAncestor(RUNNERS);
  const isHeldOpenly = runner !== null && (await isReadable(runner.pid));
  if (!isHeldOpenly && (await isReadable(identity.pid))) {
    throw new WeighbridgeError('platform', 'the evaluation could read the token of a process beside it', {
      fix: 'run the job as a user other than root',
    });
  }
  const ready = once(child, 'message', { signal });
  child.send({ ...assignment, runner });
  await ready;
  child.disconnect();
  child.unref();
  return identity;
}

/** The way to GitHub, and what the runner finds orphans by where it may look. */
function writerEnvironment(env: HostEnvironment): Record<string, string> {
  const kept = childEnvironment(env, ['network']);
  for (const name of ['RUNNER_TRACKING_ID', 'GITHUB_API_URL']) {
    const value = env[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
