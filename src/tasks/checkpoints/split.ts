import { basename, dirname, join } from 'node:path';
import { checkpointFault } from './fault.ts';

/**
 * All parts of a split GGUF model, in order; llama.cpp names them `name-00001-of-00003.gguf` and loads them by the first.
 * Any other path is its own only part.
 * @throws WeighbridgeError `checkpoint` for a part that is not the first
 */
export function splitParts(path: string): readonly [string, ...string[]] {
  const match = /^(.*)-(\d{5})-of-(\d{5})\.gguf$/.exec(basename(path));
  if (match === null) return [path];
  const [, name = '', number = '', count = ''] = match;
  if (Number(number) !== 1) {
    throw checkpointFault(
      path,
      `is part ${Number(number)} of a split model`,
      `name its first part, ${name}-00001-of-${count}.gguf`,
    );
  }
  const others = Array.from({ length: Math.max(0, Number(count) - 1) }, (_, i) =>
    join(dirname(path), `${name}-${String(i + 2).padStart(5, '0')}-of-${count}.gguf`),
  );
  return [path, ...others];
}
