import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { type EnginePlatform, platformFor } from './platforms.ts';

/** What is shipped to install the engine from, and where the process that uses it begins. */
export interface EnginePackage {
  readonly platform: EnginePlatform;
  /** Folder with package.json and package-lock.json; the stub lies beside it. */
  readonly folder: string;
  /** Names the installed copy: SHA-256 of the lock, its first twelve digits. */
  readonly digest: string;
  /** Version of node-llama-cpp. */
  readonly version: string;
  /** What npm makes of the lock; null where nobody has written it down. */
  readonly installed: InstalledFacts | null;
  /** The built entry of the engine's process. */
  readonly entry: string;
}

/** `installed.json` beside a lock. */
interface InstalledFacts {
  /** Digest of what is installed, by `treeDigest`. */
  readonly tree: string;
  /** Of the native code and of node-llama-cpp; the rest is small. */
  readonly downloadBytes: number;
  readonly installedBytes: number;
}

const HERE = fileURLToPath(import.meta.url);

/** Finds the package root above this file, so that it works from `src/` and from `dist/` alike. */
export function packageRoot(from = HERE): string {
  let root = dirname(from);
  while (!existsSync(join(root, 'engine', 'stub'))) {
    const parent = dirname(root);
    if (parent === root) {
      throw new WeighbridgeError('engine', `there is no folder \`engine\` above ${from}`, {
        fix: 'install Weighbridge whole: that folder belongs to it',
      });
    }
    root = parent;
  }
  return root;
}

/** @throws WeighbridgeError `engine` where there is none for this machine */
export function findEnginePackage(platform = platformFor(null), from = HERE): EnginePackage {
  const root = packageRoot(from);
  const folder = join(root, 'engine', platform.id);
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const facts = join(folder, 'installed.json');
  return {
    platform,
    folder,
    installed: existsSync(facts) ? (JSON.parse(readFileSync(facts, 'utf8')) as InstalledFacts) : null,
    digest: createHash('sha256').update(lock).digest('hex').slice(0, 12),
    version: platform.version,
    entry: join(root, 'dist', 'engine-child.js'),
  };
}
