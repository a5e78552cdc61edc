import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const REQUIREMENTS = resolve(import.meta.dirname, '../fixtures/lm-eval/requirements.txt');

/**
 * The lm_eval of `npm run test:lm-eval`: a virtual environment with pinned packages, made on first need and kept.
 * @returns path of the program
 */
export function lmEvalEnvironment(): string {
  const python = process.env.PYTHON ?? 'python3';
  const key = createHash('sha256')
    .update(readFileSync(REQUIREMENTS))
    .update(output(python, ['-c', 'import sys; print(sys.version, sys.prefix)']))
    .digest('hex')
    .slice(0, 12);
  const cache = process.env.WEIGHBRIDGE_CACHE ?? join(homedir(), '.cache', 'weighbridge');
  const folder = join(cache, `lm-eval-${key}`);
  const program = join(folder, 'bin', 'lm_eval');
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return program;
  // What an installation left that did not come to its end is of no use.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  console.log(`installing lm_eval into ${folder}; a few minutes, once`);
  output(python, ['-m', 'venv', folder]);
  output(join(folder, 'bin', 'pip'), ['install', '--quiet', '--no-input', '--requirement', REQUIREMENTS]);
  writeFileSync(ready, '');
  return program;
}

function output(file: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return stdout;
}

if (process.argv[1] === import.meta.filename) console.log(lmEvalEnvironment());
