import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WeighbridgeError } from '../../core/domain/errors.ts';

const HERE = fileURLToPath(import.meta.url);

/** The folder with what is shipped beside the code, so that it is found from `src/` and from `dist/` alike. */
export function packageRoot(from = HERE): string {
  let root = dirname(from);
  while (!existsSync(join(root, 'engine', 'stub'))) {
    const parent = dirname(root);
    if (parent === root) {
      throw new WeighbridgeError('engine', `there is no folder \`engine\` above ${from}`, {
        fix: 'install Weighbridge whole: that folder belongs to it',
      });
    }
    root = parent;
  }
  return root;
}
