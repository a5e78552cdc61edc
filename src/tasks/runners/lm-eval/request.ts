import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { TaskFile } from './task-files.ts';

/**
 * Path and digest of every file of the repository on which a task's results depend: its YAML and what that includes, Python
 * beside it, and the data files that it names. What it loads from a hub is not among them.
 */
export async function fingerprintFiles(
  files: readonly TaskFile[],
  directory: string,
): Promise<(readonly [path: string, digest: string])[]> {
  const paths = new Set(files.map(({ path }) => path));
  for (const { path, data } of files) {
    for (const name of await readdir(dirname(path))) {
      if (name.endsWith('.py')) paths.add(join(dirname(path), name));
    }
    for (const name of data) paths.add(resolve(directory, name));
  }
  const digests: (readonly [string, string])[] = [];
  for (const path of [...paths].sort()) {
    const found = await stat(path).catch(() => null);
    if (found?.isFile() === true) digests.push([path, await requestFileDigest(path)]);
  }
  return digests;
}

export async function requestFileDigest(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    hash,
    signal === undefined ? {} : { signal },
  );
  return hash.digest('hex');
}
