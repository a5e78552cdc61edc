import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { formatCount } from '../report/format.ts';
import type { SizeLimits } from '../results/unpack.ts';

/** Of a run directory; far above any real one. */
const RUN_SIZE_LIMITS: SizeLimits = {
  files: 20_000,
  fileBytes: 2 ** 30,
  totalBytes: 4 * 2 ** 30,
  depth: 8,
};

/**
 * Every file below `root`, sorted, or an error. The evaluation ran foreign code, so what it left is read as hostile:
 * a link would make a trusted step read, and publish, files of the runner.
 * @throws WeighbridgeError `data` for a link, a device, a pipe, or more than the limits allow
 */
export async function listRegularFiles(
  root: string,
  limits: SizeLimits = RUN_SIZE_LIMITS,
): Promise<readonly string[]> {
  const files: string[] = [];
  let total = 0;

  const refuse = (path: string, problem: string): never => {
    throw new WeighbridgeError(
      'data',
      `${relative(root, path) || root} ${problem}, so nothing of this run is read`,
      {
        fix: 'look for what of the evaluation writes it',
      },
    );
  };

  const visit = async (folder: string, depth: number): Promise<void> => {
    if (depth > limits.depth) refuse(folder, `lies more than ${limits.depth} folders deep`);
    for (const name of (await readdir(folder)).sort()) {
      const path = join(folder, name);
      const stats = await lstat(path);
      if (stats.isDirectory()) {
        await visit(path, depth + 1);
        continue;
      }
      if (!stats.isFile()) refuse(path, 'is a link or a device');
      if (stats.nlink > 1) refuse(path, 'is a hard link');
      total += stats.size;
      if (stats.size > limits.fileBytes)
        refuse(path, `is larger than ${formatCount(limits.fileBytes)} bytes`);
      if (total > limits.totalBytes) refuse(root, `holds more than ${formatCount(limits.totalBytes)} bytes`);
      if (files.push(path) > limits.files) refuse(root, `holds more than ${formatCount(limits.files)} files`);
    }
  };

  if (!(await lstat(root)).isDirectory()) refuse(root, 'is not a folder');
  await visit(root, 1);
  return files;
}
