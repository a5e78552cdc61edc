import { join, resolve } from 'node:path';
import process from 'node:process';
import { pythonEnvironment } from './python-environment.ts';

const REQUIREMENTS = resolve(import.meta.dirname, '../fixtures/lm-eval/requirements.txt');

/**
 * The lm_eval of `npm run test:lm-eval`.
 * @returns path of the program
 */
export function lmEvalEnvironment(): string {
  return join(pythonEnvironment('lm-eval', REQUIREMENTS), 'lm_eval');
}

if (process.argv[1] === import.meta.filename) console.log(lmEvalEnvironment());
