import { spawn } from 'node:child_process';
import process from 'node:process';
import { childEnvironment } from '../../adapters/process/environment.ts';
import type { RunnerEnvironment } from '../runtime.ts';

/** Since Node 22.15, not on Windows; not yet in the types of Node 20. */
interface Running {
  readonly platform: NodeJS.Platform;
  readonly execve?: (file: string, args: readonly string[], env: Record<string, string>) => never;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** What the evaluation may see: the common allow-list, and what the workflow's author named in `env-allow`. */
export function cleanEnvironment(env: RunnerEnvironment, allowed: readonly string[]): Record<string, string> {
  const kept = childEnvironment(env, ['base', 'network', 'npm', 'evaluation', 'harness', 'cluster']);
  for (const name of allowed) {
    const value = env[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/**
 * Runs this very script again with `args` and exactly the environment given.
 *
 * Deleting a variable is not enough: a child of the same user can read `/proc/<parent>/environ`, which shows the
 * environment a process was started with. `execve` replaces that. Where there is no `execve` (Windows, which has no
 * /proc, and Node 20, which no runner uses for this) a child gets the clean environment and this process waits, its own hidden
 * where that can be done (`hideEnvironment`).
 * @param running what this process runs on
 * @returns the exit code of the child; does not return at all where the process was replaced
 */
export async function reexecute(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  running: Running = process,
): Promise<number> {
  const argv = [...process.execArgv, script, ...args];
  const { execve, platform } = running;
  if (execve !== undefined && platform !== 'win32') {
    return execve.call(process, process.execPath, [process.execPath, ...argv], env);
  }
  const child = spawn(process.execPath, argv, { env, stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    for (const signal of SIGNALS) process.off(signal, forward);
  }
}
