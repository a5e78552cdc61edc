import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Collected results of real runs lie beside the repository, or where this names; they are no part of it. */
const SHARED = process.env.WEIGHBRIDGE_SHARED_DATA ?? resolve(import.meta.dirname, '../../../shared/data');

/** A folder of them, and whether it is missing, which is said once. */
export function sharedData(name: string): { missing: boolean; at: (path: string) => string } {
  const folder = join(SHARED, name);
  const missing = !existsSync(folder);
  if (missing) console.warn(`skipped: ${folder} is not here`);
  return { missing, at: (path) => join(folder, path) };
}
