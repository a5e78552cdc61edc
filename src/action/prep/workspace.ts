import { realpath, stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { pathMeant } from '../../results/store/disk-faults.ts';
import { fileDigest } from '../plan-file.ts';

/**
 * The folder that paths are relative to, and where it lies inside the workspace: `''` or `models/a/`.
 * @throws WeighbridgeError `usage` where it is not there, lies outside, or is reached through a link
 */
export async function findDirectory(
  workspacePath: string,
  path: string,
): Promise<{ readonly directory: string; readonly prefix: string }> {
  const workspace = await realpath(workspacePath);
  const directory = await realpath(resolve(workspace, path)).catch((cause: unknown) => {
    throw new WeighbridgeError('usage', `the working-directory ${path} does not exist`, {
      cause,
      fix: 'check out the repository first, and give a path inside it',
    });
  });
  if (!(await stat(directory)).isDirectory()) {
    throw new WeighbridgeError('usage', `the working-directory ${path} is a file`, {
      fix: 'name the folder that it lies in, and the file itself with the input `config`',
    });
  }
  const inside = relative(workspace, directory);
  if (inside === '..' || inside.startsWith(`..${sep}`)) {
    throw new WeighbridgeError('usage', `the working-directory ${path} lies outside of the workspace`, {
      fix: 'give a path inside the repository',
    });
  }
  await refuseLinks(resolve(workspace, path), path);
  return { directory, prefix: inside === '' ? '' : `${inside.split(sep).join('/')}/` };
}

/** @returns the digest of the config @throws WeighbridgeError `usage` where it cannot be read, or is reached through a link */
export async function findConfig(directory: string, written: string): Promise<string> {
  const path = resolve(directory, written);
  const digest = await fileDigest(path).catch((cause: unknown) => {
    const isFolder = (cause as NodeJS.ErrnoException).code === 'EISDIR';
    throw new WeighbridgeError(
      'usage',
      `the config ${written} ${isFolder ? 'is a folder, not a file' : 'cannot be read'}`,
      {
        cause,
        fix: `${pathMeant(path)}check out the repository first, or name the file with the input \`config\``,
      },
    );
  });
  await refuseLinks(dirname(path), written);
  return digest;
}

/** A pull request could turn a folder into a link to one that the base branch does not have, and so be without its limits. */
async function refuseLinks(folder: string, written: string): Promise<void> {
  if ((await realpath(folder)) === folder) return;
  throw new WeighbridgeError(
    'usage',
    `${written} leads through a symbolic link, behind which the base branch's limits cannot be looked up`,
    { fix: 'name the folder itself' },
  );
}
