import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../../../adapters/process/cache-folder.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';

/** Of the registry's package: CPython 3.14 in WebAssembly. */
export const PYODIDE_VERSION = '314.0.7';
const FILES = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'] as const;
/** SHA-256 of these, each with its name before it: another interpreter is none that was looked at. */
const DIGEST = '80199e08968e4f3689871496d83131189fa799e91385152dd1f42c5b291b2d94';

/**
 * Folder of the installed pyodide. It is no dependency: 13 MB that only Python needs.
 * @throws WeighbridgeError `config` with the command that installs it
 */
export async function findPyodide(environment: NodeJS.ProcessEnv): Promise<string> {
  const prefix = join(cacheFolder(environment), `pyodide-${PYODIDE_VERSION}`);
  const folder = join(prefix, 'node_modules', 'pyodide');
  const fix = `run: npm install --prefix ${prefix} --ignore-scripts --no-save pyodide@${PYODIDE_VERSION}`;
  const digest = createHash('sha256');
  for (const name of FILES) {
    const bytes = await readFile(join(folder, name)).catch((cause: unknown) => {
      throw new WeighbridgeError('config', 'Python code needs pyodide, which is not installed', {
        at: { file: folder },
        fix,
        cause,
      });
    });
    digest.update(`${name}\n`).update(bytes);
  }
  const found = digest.digest('hex');
  // A link is not followed where only the folder may be read.
  if (found === DIGEST) return realpath(folder);
  throw new WeighbridgeError(
    'config',
    `pyodide is not version ${PYODIDE_VERSION} as it was published: its digest is ${found}`,
    { at: { file: folder }, fix: `remove the folder, and ${fix}` },
  );
}
