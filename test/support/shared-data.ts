import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Collected results of real runs, which lie outside the repository: `shared/data` in one of the folders above. Null, and
 * said, where there are none.
 */
export const sharedData = (name: string): string | null => shared('data', name);

/** A public data set, which lies beside them in `shared/datasets`; null, and said, where it does not. */
export const sharedDataset = (name: string): string | null => shared('datasets', name);

function shared(...path: readonly string[]): string | null {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, 'shared', ...path);
    if (existsSync(found)) return found;
  }
  console.warn(`skipped: no shared/${path.join('/')} in any folder above ${import.meta.dirname}`);
  return null;
}
