import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CACHE = resolve(import.meta.dirname, '../.cache');

/** The newest Node that we promise to run on: what GitHub's `node24` means. Pinned, so that a red check means that we changed. */
export const NEWEST_NODE = '24.21.0';

/** The path of a Node binary of this version, from the npm package `node`, installed once under `.cache/`. */
export function nodeBinary(version: string): string {
  const prefix = join(CACHE, `node-${version}`);
  const binary = join(prefix, 'node_modules', 'node', 'bin', 'node');
  if (!existsSync(binary)) {
    execFileSync('npm', ['install', '--prefix', prefix, '--no-audit', '--no-fund', `node@${version}`], {
      cwd: tmpdir(),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return binary;
}
