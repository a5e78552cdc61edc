import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { WeighbridgeError } from '../../../core/domain/errors.ts';

/** How to start npm without a shell. */
export interface Npm {
  readonly file: string;
  readonly args: readonly string[];
}

const SCRIPT = join('node_modules', 'npm', 'bin', 'npm-cli.js');

/**
 * npm as it comes with the Node that runs this (a GitHub runner's own Node is on no PATH), else the one on PATH.
 * @throws WeighbridgeError `engine` when there is none
 */
export function findNpm(execPath: string, path: string): Npm {
  const home = dirname(execPath);
  // Windows has Node's modules beside it.
  const beside = [join(home, '..', 'lib', SCRIPT), join(home, SCRIPT)].find((file) => existsSync(file));
  if (beside !== undefined) return { file: execPath, args: [beside] };
  for (const folder of path.split(delimiter).filter((each) => each !== '')) {
    // `npm` is a script for shells on Windows, and so is `npm.cmd`: only its JavaScript can be started as it is.
    const script = join(folder, SCRIPT);
    if (existsSync(script)) return { file: execPath, args: [script] };
    const candidate = join(folder, 'npm');
    if (!isExecutable(candidate)) continue;
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
