import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';

/** How to start npm without a shell. */
export interface Npm {
  readonly file: string;
  readonly args: readonly string[];
}

/**
 * npm as it comes with the Node that runs this (a GitHub runner's own Node is on no PATH), else the one on PATH.
 * @throws WeighbridgeError `engine` when there is none
 */
export function findNpm(execPath: string, path: string): Npm {
  const beside = join(dirname(execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  if (existsSync(beside)) return { file: execPath, args: [beside] };
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, 'npm');
    if (folder === '' || !isExecutable(candidate)) continue;
    const target = realpathSync(candidate);
    // The script itself rather than its `#!/usr/bin/env node`, which needs a node on PATH.
    return target.endsWith('.js') ? { file: execPath, args: [target] } : { file: candidate, args: [] };
  }
  throw new WeighbridgeError(
    'engine',
    'the embedded engine has to be installed, and there is no npm to do it',
    {
      fix: 'put Node.js with npm on PATH (actions/setup-node), or point WEIGHBRIDGE_CACHE at a folder where the engine is installed',
    },
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
