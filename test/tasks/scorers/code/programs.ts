import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { cacheFolder } from '../../../../src/adapters/process/cache-folder.ts';
import { runJavaScript } from '../../../../src/tasks/scorers/code/javascript.ts';
import { findPyodide, PYODIDE_VERSION } from '../../../../src/tasks/scorers/code/pyodide.ts';
import { answer, scoresOf } from '../../../support/scoring.ts';

/** Installs pyodide where it is not; false, and said, where it cannot be. */
export async function hasPyodide(): Promise<boolean> {
  const isThere = () =>
    findPyodide(process.env).then(
      () => true,
      () => false,
    );
  if (await isThere()) return true;
  const prefix = join(cacheFolder(process.env), `pyodide-${PYODIDE_VERSION}`);
  spawnSync('npm', [
    'install',
    '--prefix',
    prefix,
    '--ignore-scripts',
    '--no-save',
    `pyodide@${PYODIDE_VERSION}`,
  ]);
  if (await isThere()) return true;
  console.warn('skipped: pyodide cannot be installed');
  return false;
}

export interface Tested {
  readonly test: string;
  readonly prompt?: string;
  readonly entry_point?: string;
}

/** The score of one program. */
export const tested = async (
  name: 'python_tests' | 'javascript_tests',
  code: string,
  target: Tested,
  options: Readonly<Record<string, unknown>> = {},
) => (await scoresOf({ name, timeout_seconds: 5, ...options }, [answer(code, JSON.stringify(target))]))[0];

/** Whether the parts of a program in JavaScript end well, in this process. */
export const passes = (...parts: string[]): Promise<boolean> =>
  runJavaScript(
    { ...{ language: 'javascript', secret: '', pyodide: null }, parts, memoryBytes: 2 ** 28, seconds: 2 },
    () => {},
  );
