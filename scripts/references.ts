import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { messageOf } from '../src/core/domain/errors.ts';
import { pythonEnvironment } from './python-environment.ts';

const FOLDER = resolve(import.meta.dirname, 'references');

/** Python with the libraries of `scripts/references/requirements.txt`; null, and said, where they cannot be installed. */
export function referencePython(): string | null {
  try {
    return join(pythonEnvironment('references', join(FOLDER, 'requirements.txt')), 'python');
  } catch (error) {
    console.warn(`skipped: the reference libraries cannot be installed: ${messageOf(error)}`);
    return null;
  }
}

/** The name of a function in a script of `scripts/references/`, with its arguments. */
export type Asked = readonly [name: string, ...args: unknown[]];

/**
 * What the script's functions give, in order.
 * @throws Error with what Python said
 */
export function askReference(python: string, script: string, asked: readonly Asked[]): unknown[] {
  const { status, stdout, stderr } = spawnSync(python, [join(FOLDER, script)], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: process.env,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stderr.slice(-4000)}`);
  return JSON.parse(stdout) as unknown[];
}

if (process.argv[1] === import.meta.filename) console.log(referencePython() ?? 'not installed');
