import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { cacheFolder } from '../adapters/process/cache-folder.ts';
import { byHarness, type ResolvedConfig } from '../config/resolved.ts';
import { hubModel, type ModelSource } from '../core/domain/model.ts';
import { diskFault } from '../results/store/disk-faults.ts';

/** What of a checkpoint nobody looked at, and when it will be; null where its files were seen. */
export function unseenOf(source: ModelSource | null): string | null {
  switch (source?.kind) {
    case 'hub':
      return 'was not looked up: the hub is asked for it when it is evaluated';
    case 'endpoint':
      return 'was not asked: whether it answers is seen when it is evaluated';
    case 'adapter':
      return hubModel(source.base) === null
        ? null
        : `is there, but for its base ${source.base}, which was not looked up`;
    default:
      return null;
  }
}

/** What an evaluation needs besides config, data and checkpoints, and `check` cannot vouch for. */
export const unseenPrograms = ({ tasks }: ResolvedConfig): readonly string[] =>
  [...byHarness(tasks).keys()].map(
    (harness) => `${harness}: whether the program is installed was not looked at`,
  );

/** Folders into which an evaluation writes and that would refuse it: what, where and why. */
export async function unwritableFolders(config: ResolvedConfig, out: string): Promise<readonly string[]> {
  const { store, directory } = config;
  const folders = [
    ['the run directory', resolve(out)],
    ['the cache', cacheFolder(process.env)],
    ...(store === null || store === 'default'
      ? []
      : [['the store', resolve(directory, store.path)] as const]),
  ] as const;
  const told = await Promise.all(
    folders.map(async ([what, folder]) => {
      const fault = await refusal(folder);
      return fault === null ? [] : [`${what} ${folder} cannot be written: ${fault}`];
    }),
  );
  return told.flat();
}

/** Why nothing can be written in a folder, or in the nearest one above it that is there. */
async function refusal(folder: string): Promise<string | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return 'a file stands where a folder must be';
    await access(folder, constants.W_OK | constants.X_OK);
    // Its modes allow everything, and it takes nothing.
    return /^\/(?:proc|sys)(?:\/|$)/.test(folder) ? 'the system keeps no files there' : null;
  } catch (error) {
    const above = dirname(folder);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && above !== folder) return refusal(above);
    return diskFault(error) ?? String((error as NodeJS.ErrnoException).code);
  }
}
