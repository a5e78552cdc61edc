import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Where programs of other people are installed, once: `WEIGHBRIDGE_CACHE`, or `~/.cache/weighbridge`. */
export const cacheFolder = (): string =>
  process.env.WEIGHBRIDGE_CACHE ?? join(homedir(), '.cache', 'weighbridge');

/**
 * A virtual environment with pinned packages, made on first need and kept.
 * @returns its `bin`
 * @throws Error with what the last program said, where one fails
 */
export function pythonEnvironment(name: string, requirements: string): string {
  const python = process.env.PYTHON ?? 'python3';
  const key = createHash('sha256')
    .update(readFileSync(requirements))
    .update(output(python, ['-c', 'import sys; print(sys.version, sys.prefix)']))
    .digest('hex')
    .slice(0, 12);
  return installed(`${name}-${key}`, (folder) => {
    output(python, ['-m', 'venv', folder]);
    // Most of what is installed is never imported, and compiling it takes longer than copying it.
    const quietly = ['--quiet', '--no-input', '--no-compile'];
    output(join(folder, 'bin', 'pip'), ['install', ...quietly, '--requirement', requirements]);
  }).concat('/bin');
}

/** For so long nothing is tried again that failed: the tests ask after the script that installs. */
const FAILED_FOR_MS = 3_600_000;

/**
 * A folder of the cache that was filled to the end: what an installation left that did not come to its end is of no use.
 * @throws Error that says why it failed, also to those who ask within the hour
 */
export function installed(name: string, install: (folder: string) => void): string {
  const folder = join(cacheFolder(), name);
  const [ready, failed] = [join(folder, 'ready'), `${folder}.failed`];
  if (existsSync(ready)) return folder;
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < FAILED_FOR_MS) {
    throw new Error(`${readFileSync(failed, 'utf8')}\n(remove ${failed} to try again)`);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  console.log(`installing ${name} into ${folder}; minutes, once`);
  try {
    install(folder);
  } catch (error) {
    writeFileSync(failed, error instanceof Error ? error.message : String(error));
    throw error;
  }
  writeFileSync(ready, '');
  return folder;
}

/** @throws Error with what it said, when it fails */
export function output(file: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: 'utf8', env });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return stdout;
}

const LINES_TOLD = 20;

/**
 * A program that says much and runs long: what it does is shown as it does it, what it warns of goes into the log.
 * @throws Error with the end of the log, when it fails
 */
export function logged(file: string, args: readonly string[], log: string): void {
  const complaints = openSync(log, 'a');
  try {
    const { status, signal, error } = spawnSync(file, args, { stdio: ['ignore', 'inherit', complaints] });
    if (error !== undefined) throw error;
    if (status === 0) return;
    const end = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-LINES_TOLD).join('\n');
    throw new Error(`${file} ${args.join(' ')} ended with ${signal ?? status}:\n${end}\n(all of it: ${log})`);
  } finally {
    closeSync(complaints);
  }
}
