import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import type { RunRecord } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';
import { makeDirectory, onDisk } from './disk-faults.ts';
import { RUN_FILE, runFolder, SAMPLES_FILE, STAGING } from './layout.ts';
import { acquireLock, type Lock } from './lock.ts';
import { readRecord } from './reader.ts';
import { runDifferences, setAside } from './resume.ts';
import { serializeRunRecord } from './run-record.ts';
import { serializeSample } from './sample-codec.ts';

const BATCH_CHARACTERS = 256 * 1024;

/** A run that is whole, not yet in its place. */
interface Staged {
  readonly record: RunRecord;
  readonly folder: string;
}

/** Where a run came to lie. */
export interface Published {
  readonly record: RunRecord;
  readonly folder: string;
}

/**
 * Writes whole runs beside a run directory, and puts them in it together: it has all of them or none. What is there
 * meanwhile is found by no reader.
 */
export class Staging {
  readonly #out: string;
  readonly #folder: string;
  readonly #runs: Staged[] = [];

  private constructor(out: string, folder: string) {
    this.#out = out;
    this.#folder = folder;
  }

  /** @throws WeighbridgeError `engine` when the disk refuses */
  static async open(out: string): Promise<Staging> {
    return onDisk(out, async () => {
      await makeDirectory(join(out, STAGING));
      return new Staging(out, await mkdtemp(join(out, STAGING, 'run-')));
    });
  }

  /**
   * @returns the number of lines
   * @throws WeighbridgeError `data` for samples that are not those of the record, `engine` when the disk refuses
   */
  async add(record: RunRecord, samples: AsyncIterable<Iterable<SampleRecord>>): Promise<number> {
    const folder = runFolder(this.#folder, record.side, record.task);
    return onDisk(this.#out, async () => {
      await makeDirectory(folder);
      const lines = await writeFile(join(folder, SAMPLES_FILE), (file) =>
        writeSamples(file, record, samples),
      );
      await writeFile(join(folder, RUN_FILE), (file) => file.writeFile(serializeRunRecord(record)));
      this.#runs.push({ record, folder });
      return lines;
    });
  }

  /**
   * Puts every run in its place. The same run stays where it is; another that lies there is set aside.
   * @throws WeighbridgeError `usage` while another process writes one of them: then none was moved
   */
  async publish(): Promise<readonly Published[]> {
    return onDisk(this.#out, async () => {
      const targets: (Staged & { readonly target: string; readonly lock: Lock | null })[] = [];
      try {
        for (const staged of this.#runs) {
          const target = runFolder(this.#out, staged.record.side, staged.record.task);
          targets.push({ ...staged, target, lock: existsSync(target) ? await acquireLock(target) : null });
        }
      } catch (error) {
        for (const { lock } of targets) await lock?.release();
        throw error;
      }
      for (const { record, folder, target, lock } of targets) {
        if (lock === null) await makeDirectory(join(this.#out, record.side));
        else if (await isThere(target, { record, folder })) {
          await lock.release();
          continue;
        } else await lock.release(await setAside(this.#out, record.side, target));
        await rename(folder, target);
      }
      return targets.map(({ record, target }) => ({ record, folder: target }));
    });
  }

  /** Removes what was not published. */
  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    try {
      await rmdir(join(this.#out, STAGING));
    } catch (error) {
      // Another import is under way.
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    }
  }
}

/** Equal samples are equal bytes; a program that names its model and no weights gives other samples the same record. */
async function isThere(target: string, { record, folder }: Staged): Promise<boolean> {
  try {
    const there = await readRecord(target);
    if (there.status.state !== 'complete' || runDifferences(there, record).length > 0) return false;
    const [old, staged] = [join(target, SAMPLES_FILE), join(folder, SAMPLES_FILE)];
    return (
      (await stat(old)).size === (await stat(staged)).size && (await hashOf(old)) === (await hashOf(staged))
    );
  } catch (error) {
    if (error instanceof WeighbridgeError && error.kind === 'data') return false;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function writeFile<T>(path: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'w');
  try {
    const result = await write(file);
    await file.sync();
    return result;
  } finally {
    await file.close();
  }
}

async function writeSamples(
  file: FileHandle,
  { task, planned }: RunRecord,
  samples: AsyncIterable<Iterable<SampleRecord>>,
): Promise<number> {
  const seen = new Map<string | undefined, Set<string>>();
  let batch = '';
  for await (const group of samples) {
    for (const sample of group) {
      const ids = seen.get(sample.filter) ?? new Set();
      if (ids.has(sample.id)) throw unfit(task, `two results of the sample ${JSON.stringify(sample.id)}`);
      seen.set(sample.filter, ids.add(sample.id));
      batch += serializeSample(sample);
      if (batch.length < BATCH_CHARACTERS) continue;
      await file.writeFile(batch);
      batch = '';
    }
  }
  await file.writeFile(batch);
  const counts = [...seen.values()].map(({ size }) => size);
  const most = Math.max(0, ...counts);
  if (most !== planned) throw unfit(task, `${most} of ${planned} samples`);
  return counts.reduce((sum, count) => sum + count, 0);
}

const unfit = (task: string, what: string) =>
  new WeighbridgeError('data', `the results of ${task} have ${what}`, {
    fix: 'name the whole results of one run',
  });
