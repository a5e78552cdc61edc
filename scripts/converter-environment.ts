import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { lmEvalEnvironment } from './lm-eval-environment.ts';
import { pythonEnvironment } from './python-environment.ts';

const REQUIREMENTS = resolve(import.meta.dirname, '../fixtures/lm-eval/converter.requirements.txt');

/** Where the packages of an environment lie, by its folder of programs. */
function packagesOf(bin: string): string {
  const lib = join(dirname(bin), 'lib');
  const python = readdirSync(lib).find((name) => name.startsWith('python')) ?? '';
  return join(lib, python, 'site-packages');
}

/**
 * A Python with llama.cpp's converter, for `npm run test:slow`; PyTorch and transformers are those of the lm_eval environment.
 * @returns path of the interpreter
 */
export function converterPython(): string {
  const bin = pythonEnvironment('converter', REQUIREMENTS);
  writeFileSync(join(packagesOf(bin), 'lm-eval.pth'), `${packagesOf(dirname(lmEvalEnvironment()))}\n`);
  return join(bin, 'python3');
}

if (process.argv[1] === import.meta.filename) console.log(converterPython());
