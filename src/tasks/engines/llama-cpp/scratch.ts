import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../../adapters/process/is-running.ts';

const NAME = /^weighbridge-prefixes-(\d+)-/;

/**
 * A folder that only this user can read, for what the engine's process computed and may need again. Removes what evaluations
 * left that were killed together with their engine. Null where the machine lets nothing be written.
 */
export async function makeScratch(parent: string = tmpdir()): Promise<string | null> {
  for (const name of await readdir(parent).catch(() => [])) {
    const [, pid] = NAME.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await removeScratch(join(parent, name));
  }
  return mkdtemp(join(parent, `weighbridge-prefixes-${process.pid}-`)).catch(() => null);
}

export async function removeScratch(folder: string | null): Promise<void> {
  // One of another user stays where it is.
  if (folder !== null) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
