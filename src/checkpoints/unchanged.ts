import { stat } from 'node:fs/promises';
import { checkpointFault } from './fault.ts';

/**
 * Remembers files as they are, before they are read.
 * @returns what later tells whether they still are: it throws WeighbridgeError `checkpoint`, naming the file that is not
 */
export async function watchFiles(paths: readonly string[]): Promise<() => Promise<void>> {
  const before = new Map<string, string | null>();
  for (const path of paths) before.set(path, await stampOf(path));
  return async () => {
    for (const [path, stamp] of before) {
      if ((await stampOf(path)) === stamp) continue;
      throw checkpointFault(
        path,
        'changed while it was being evaluated',
        'evaluate a file that nothing writes to',
      );
    }
  };
}

/** Null where there is no such file. A copy with the same time of change would be taken for the file; nobody makes one by accident. */
async function stampOf(path: string): Promise<string | null> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true });
    return `${ino} ${size} ${mtimeNs}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
