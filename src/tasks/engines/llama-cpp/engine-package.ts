import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../adapters/process/package-root.ts';
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

/** @throws WeighbridgeError `engine` where there is none for this machine */
export function findEnginePackage(platform = platformFor(null), from?: string): EnginePackage {
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
