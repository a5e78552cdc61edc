import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { WeighbridgeError } from '../domain/errors.ts';

const LOCK_FILE = 'writer.lock';

/** A lock from another machine, as in a restored cache, is dead when its owner has not touched it for this long. */
const FOREIGN_STALE_MS = 15 * 60 * 1000;

export interface Lock {
  /** Says that the owner lives; for those who cannot see its process. */
  touch(): Promise<void>;
  /** Gives the right back; from `movedTo` when the folder was renamed meanwhile. */
  release(movedTo?: string): Promise<void>;
}

/** Who holds the lock. `born` tells a process from a later one with the same number; null where the system cannot say. */
interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly born: string | null;
}

/**
 * Takes the one right to write in a folder. A lock whose owner is dead is taken over.
 *
 * @throws WeighbridgeError `usage` when another living process holds it
 */
export async function acquireLock(folder: string): Promise<Lock> {
  const file = join(folder, LOCK_FILE);
  const claim = join(folder, `${LOCK_FILE}.${randomUUID()}`);
  const self: Owner = { pid: process.pid, host: hostname(), born: await birthOf(process.pid) };
  try {
    await writeFile(claim, JSON.stringify(self));
    if (!(await take(claim, file))) {
      await dislodge(file, claim);
      if (!(await take(claim, file))) throw await heldBy(file);
    }
  } finally {
    await rm(claim, { force: true });
  }
  return {
    async touch() {
      const now = new Date();
      await utimes(file, now, now);
    },
    release: (movedTo = folder) => rm(join(movedTo, LOCK_FILE), { force: true }),
  };
}

/** link(2) fails where the name exists, and the file appears with its content: nobody reads half an owner. */
async function take(claim: string, file: string): Promise<boolean> {
  try {
    await link(claim, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a dead owner's lock. Renaming it first makes one of several rivals win; the winner looks again at what it
 * has in hand and puts a living lock back.
 */
async function dislodge(file: string, claim: string): Promise<void> {
  if (!(await isStale(file))) throw await heldBy(file);
  const aside = `${claim}.stale`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  if (!(await isStale(aside))) await take(aside, file);
  await rm(aside, { force: true });
}

async function isStale(file: string): Promise<boolean> {
  try {
    const owner = parseOwner(await readFile(file, 'utf8'));
    if (owner === null || owner.host !== hostname()) {
      return Date.now() - (await stat(file)).mtimeMs > FOREIGN_STALE_MS;
    }
    if (!isAlive(owner.pid)) return true;
    return owner.born !== null && owner.born !== (await birthOf(owner.pid));
  } catch (error) {
    // Released this very moment.
    if (isMissing(error)) return true;
    throw error;
  }
}

function parseOwner(text: string): Owner | null {
  try {
    const owner: unknown = JSON.parse(text);
    const valid = typeof owner === 'object' && owner !== null && 'pid' in owner && 'host' in owner;
    return valid ? (owner as Owner) : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start time of a process in clock ticks since boot: field 22 of proc(5) `stat`, counted after the name in brackets. */
async function birthOf(pid: number): Promise<string | null> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

async function heldBy(file: string): Promise<WeighbridgeError> {
  const owner = await readFile(file, 'utf8').then(parseOwner, () => null);
  const who = owner === null ? 'another process' : `process ${owner.pid} on ${owner.host}`;
  return new WeighbridgeError('usage', `${who} is writing this run`, {
    at: { file },
    fix: 'Wait for it, choose another output folder, or delete the file if no such process exists.',
  });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
