import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Collected results of real runs, which lie outside the repository: `shared/data` in one of the folders above. Null, and
 * said, where there are none.
 */
export function sharedData(name: string): string | null {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, 'shared', 'data', name);
    if (existsSync(found)) return found;
  }
  console.warn(`skipped: no shared/data/${name} in any folder above ${import.meta.dirname}`);
  return null;
}
