import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { writeAtomically } from './atomic-file.ts';

const LOCK_PREFIX = 'writer.lock.';

/** A lock from another machine, as in a restored cache, is dead when its owner has not touched it for this long. */
const FOREIGN_STALE_MS = 15 * 60 * 1000;

const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 100;

export interface Lock {
  /**
   * Says that the owner lives; for those who cannot see its process.
   * @throws WeighbridgeError `usage` when the lock is gone
   */
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
 * Takes the one right to write in a folder; rivals that began at one moment draw lots by waiting.
 *
 * @throws WeighbridgeError `usage` when another living process holds it
 */
export async function acquireLock(folder: string): Promise<Lock> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await claim(folder);
    } catch (error) {
      if (!(error instanceof WeighbridgeError)) throw error;
      await sleep(Math.random() * LONGEST_WAIT_MS);
    }
  }
  return claim(folder);
}

/**
 * Every claimant puts up a file of its own and then looks for others: of two, the later one sees the earlier one, so
 * never do both go on (at the very same moment, neither does). What a dead owner left is removed, which cannot hit a
 * living one since no two claims share a name.
 */
async function claim(folder: string): Promise<Lock> {
  const name = `${LOCK_PREFIX}${randomUUID()}`;
  const file = join(folder, name);
  const self: Owner = { pid: process.pid, host: hostname(), born: await birthOf(process.pid) };
  try {
    await writeAtomically(file, JSON.stringify(self));
    for (const other of (await readdir(folder)).filter(isLockFile)) {
      if (other !== name) await dislodge(join(folder, other));
    }
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return {
    async touch() {
      const now = new Date();
      try {
        await utimes(file, now, now);
      } catch (error) {
        if (isMissing(error)) throw lockIsGone(file);
        throw error;
      }
    },
    release: (movedTo = folder) => rm(join(movedTo, name), { force: true }),
  };
}

/** Whether a file of a run's folder belongs to locks and not to the run. */
export function isLockFile(name: string): boolean {
  return name.startsWith(LOCK_PREFIX) && !name.endsWith('.tmp');
}

/** Removes the claim of a dead owner. */
async function dislodge(file: string): Promise<void> {
  try {
    const owner = parseOwner(await readFile(file, 'utf8'));
    if (await isAlive(owner, file)) throw heldBy(owner, file);
    await rm(file, { force: true });
  } catch (error) {
    // Released this very moment.
    if (!isMissing(error)) throw error;
  }
}

/** Of an owner on another machine, or one that cannot be read, only the time of its last touch is known. */
async function isAlive(owner: Owner | null, file: string): Promise<boolean> {
  if (owner === null || owner.host !== hostname()) {
    return Date.now() - (await stat(file)).mtimeMs <= FOREIGN_STALE_MS;
  }
  if (!exists(owner.pid)) return false;
  return owner.born === null || owner.born === (await birthOf(owner.pid));
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

function exists(pid: number): boolean {
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

function heldBy(owner: Owner | null, file: string): WeighbridgeError {
  const who = owner === null ? 'another process' : `process ${owner.pid} on ${owner.host}`;
  return new WeighbridgeError('usage', `${who} is writing this run`, {
    at: { file },
    fix: 'wait for it, choose another output folder, or delete the file if no such process exists',
  });
}

function lockIsGone(file: string): WeighbridgeError {
  return new WeighbridgeError('usage', 'the lock of this run is gone while it is being written', {
    at: { file },
    fix: 'leave the run directory alone while it is being written, and run again',
  });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
