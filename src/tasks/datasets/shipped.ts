import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../adapters/process/package-root.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';

/** `weighbridge:general@1`: rows that ship with this package, of a version that never changes. */
const SHIPPED = /^weighbridge:([a-z-]+)@(\d{1,4})$/;

export const isShippedDataset = (written: string): boolean => written.startsWith('weighbridge:');

/**
 * Where the rows of a shipped dataset lie.
 * @throws WeighbridgeError `config` for what does not ship with this version
 */
export function shippedFile(written: string): string {
  const [, name, version] = SHIPPED.exec(written) ?? [];
  const file = join(packageRoot(), 'suites', `${name}-${version}.jsonl`);
  if (name !== undefined && existsSync(file)) return file;
  throw new WeighbridgeError('config', `${JSON.stringify(written)} does not ship with this version`, {
    fix: 'name a suite in place of a dataset, such as `suite: weighbridge:general` (docs/reference/starter-suites.md)',
  });
}
