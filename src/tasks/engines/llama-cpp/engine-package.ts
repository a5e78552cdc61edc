import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WeighbridgeError } from '../../../core/domain/errors.ts';

/** What is shipped to install the engine from, and where the process that uses it begins. */
export interface EnginePackage {
  /** Folder with package.json, package-lock.json and stub/. */
  readonly folder: string;
  /** Names the installed copy: SHA-256 of the lock, its first twelve digits. */
  readonly digest: string;
  /** Version of node-llama-cpp. */
  readonly version: string;
  /** Digest of what is installed, by platform: `engine/trees.json`. */
  readonly trees: Readonly<Record<string, string>>;
  /** The built entry of the engine's process. */
  readonly entry: string;
}

/** Finds the package root above this file, so that it works from `src/` and from `dist/` alike. */
export function findEnginePackage(from: string = fileURLToPath(import.meta.url)): EnginePackage {
  let root = dirname(from);
  while (!existsSync(join(root, 'engine', 'package-lock.json'))) {
    const parent = dirname(root);
    if (parent === root) {
      throw new WeighbridgeError('engine', `there is no engine/package-lock.json above ${from}`, {
        fix: 'install Weighbridge whole: the folder `engine` belongs to it',
      });
    }
    root = parent;
  }
  const folder = join(root, 'engine');
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: { 'node-llama-cpp': string };
  };
  const trees = join(folder, 'trees.json');
  return {
    folder,
    trees: existsSync(trees) ? (JSON.parse(readFileSync(trees, 'utf8')) as Record<string, string>) : {},
    digest: createHash('sha256').update(lock).digest('hex').slice(0, 12),
    version: dependencies['node-llama-cpp'],
    entry: join(root, 'dist', 'engine-child.js'),
  };
}
