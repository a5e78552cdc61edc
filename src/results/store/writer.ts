import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Origin } from '../../core/domain/baseline.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import {
  type Design,
  designOf,
  type RunRecord,
  type RunStatus,
  type StopReason,
} from '../../core/domain/run.ts';
import { type SampleRecord, sampleKey } from '../../core/domain/sample.ts';
import { writeAtomically } from './atomic-file.ts';
import { makeDirectory, onDisk } from './disk-faults.ts';
import { RUN_FILE, runFolder, SAMPLES_FILE } from './layout.ts';
import { acquireLock, type Lock } from './lock.ts';
import { drawnIn, inspectRun, type RunPlan, setAside } from './resume.ts';
import { serializeRunRecord } from './run-record.ts';
import { serializeSample } from './sample-codec.ts';
import { type Look, Seal, SealedRuns } from './seal.ts';

/**
 * A killed process loses no sample that was written; a machine that loses its power at most this many, or what was written in
 * this time.
 */
const SYNC_SAMPLES = 64;
const SYNC_MS = 1000;

export interface OpenedRun {
  readonly writer: RunWriter;
  /** Samples of an earlier evaluation, in the order in which they were stored. */
  readonly found: readonly SampleRecord[];
  /** The run that lay here and could not be continued: where it is now, and in what it differed. */
  readonly superseded: { readonly folder: string; readonly differs: readonly string[] } | null;
}

export interface OpenOptions {
  readonly fresh?: boolean;
  /** Code of others that runs meanwhile, for people: with it, the runs that lie beside this one are watched too. */
  readonly meanwhile?: string | null;
}

/**
 * Creates `<out>/<side>/<task>`, or goes on with the run that is there if it is the same run. Another run is set aside
 * under `<out>/superseded`, and with `fresh` the same run too.
 *
 * @throws WeighbridgeError `usage` while another process writes this run, `engine` when the disk refuses
 */
export async function openRun(
  out: string,
  plan: RunPlan,
  { fresh = false, meanwhile = null }: OpenOptions = {},
): Promise<OpenedRun> {
  const folder = runFolder(out, plan.side, plan.task);
  return onDisk(folder, async () => {
    await makeDirectory(folder);
    const lock = await acquireLock(folder);
    let superseded: NonNullable<OpenedRun['superseded']>;
    try {
      const found = await inspectRun(folder, plan);
      if (found.kind === 'nothing' || (found.kind === 'resumable' && !fresh)) {
        const resumed = found.kind === 'resumable' ? found : null;
        const beside = meanwhile === null ? null : await SealedRuns.beside(folder, out);
        const writer = await RunWriter.open(folder, lock, plan, resumed, { out, meanwhile, beside });
        return { writer, found: resumed?.stored.samples ?? [], superseded: null };
      }
      superseded = {
        folder: await setAside(out, plan.side, folder),
        differs: found.kind === 'other' ? found.differs : ['request'],
      };
    } catch (error) {
      await lock.release();
      throw error;
    }
    // The lock moved with the folder, so no rival was inside meanwhile; the new folder needs a new lock.
    await lock.release(superseded.folder);
    return { ...(await openRun(out, plan, { meanwhile })), superseded };
  });
}

/** Appends samples to one run. One call at a time. */
export class RunWriter {
  readonly folder: string;
  /** Keys of the samples that are stored or about to be. */
  readonly #keys: Set<string>;
  readonly #lock: Lock;
  readonly #samples: FileHandle;
  readonly #seal: Seal;
  readonly #watch: Watch;
  #record: RunRecord;
  #offset: number;
  /** Where the samples end that were here before this evaluation, or in a store. */
  #earlier: number;
  /** Samples that the disk may not have yet, and what it had the last time. */
  #unsynced = 0;
  #synced: { readonly at: number; readonly offset: number };
  #broken = false;

  private constructor(
    folder: string,
    lock: Lock,
    record: RunRecord,
    [samples, seal]: readonly [FileHandle, Seal],
    stored: Stored,
    watch: Watch,
  ) {
    this.folder = folder;
    this.#lock = lock;
    this.#record = record;
    this.#samples = samples;
    this.#seal = seal;
    this.#watch = watch;
    this.#keys = new Set(stored.samples.map(sampleKey));
    this.#offset = stored.wholeBytes;
    this.#earlier = stored.wholeBytes;
    this.#synced = { at: performance.now(), offset: stored.wholeBytes };
  }

  static async open(
    folder: string,
    lock: Lock,
    plan: RunPlan,
    found: Resumed | null,
    watch: Watch,
  ): Promise<RunWriter> {
    const stored = found?.stored ?? { samples: [], wholeBytes: 0 };
    const complete = found?.record.status.state === 'complete' && stored.samples.length >= plan.planned;
    const { order_seed: _seed, draw: _draw, ...rest } = plan;
    const record: RunRecord = {
      schema_version: 1,
      ...rest,
      ...drawnIn(found?.record ?? plan),
      design: designOf(found?.record ?? plan),
      ...(found?.record.reused === undefined ? {} : { reused: found.record.reused }),
      status: complete ? { state: 'complete' } : { state: 'running' },
      started: found?.record.started ?? new Date().toISOString(),
      finished: complete ? (found?.record.finished ?? null) : null,
    };
    await writeAtomically(join(folder, RUN_FILE), serializeRunRecord(record));
    const samples = await open(join(folder, SAMPLES_FILE), found === null ? 'w' : 'a');
    try {
      await samples.truncate(stored.wholeBytes);
      await samples.sync();
    } catch (error) {
      await samples.close();
      throw error;
    }
    const seal = await Seal.of(join(folder, SAMPLES_FILE));
    return new RunWriter(folder, lock, record, [samples, seal], stored, watch);
  }

  /** What the run was designed as when it began. */
  get design(): Design {
    return designOf(this.#record);
  }

  /** What its order was drawn by when it began: going on is no second draw. */
  get drawn(): Pick<RunRecord, 'order_seed' | 'draw'> {
    return drawnIn(this.#record);
  }

  /** Whether a sample needs no running, because it is here. */
  has(sample: Pick<SampleRecord, 'id' | 'filter'>): boolean {
    return this.#keys.has(sampleKey(sample));
  }

  /** Whether the disk refused: nothing more can be stored, and the writer is closed. */
  get broken(): boolean {
    return this.#broken;
  }

  /** @throws WeighbridgeError `engine` when the disk refuses; what was stored before stays */
  async write(sample: SampleRecord): Promise<void> {
    await this.#store([sample]);
  }

  async #store(samples: readonly SampleRecord[]): Promise<void> {
    const bytes = Buffer.from(samples.map(serializeSample).join(''));
    for (const sample of samples) {
      const key = sampleKey(sample);
      if (this.#keys.has(key)) throw new Error(`the sample ${JSON.stringify(sample.id)} was run twice`);
      this.#keys.add(key);
    }
    await this.#orBroken(async () => {
      await this.#verify();
      await onDisk(this.folder, () => this.#append(bytes));
    });
    this.#unsynced += samples.length;
    const waited = performance.now() - this.#synced.at;
    if (this.#unsynced >= SYNC_SAMPLES || waited >= SYNC_MS) await this.#sync();
  }

  /**
   * Stores samples of an earlier evaluation of the same run, those that are not here yet.
   * @returns how many they were
   */
  async reuse(samples: readonly SampleRecord[], origin: Origin): Promise<number> {
    const missing = samples.filter((sample) => !this.has(sample));
    if (missing.length === 0) return 0;
    await this.#store(missing);
    await this.#sync();
    this.#earlier = this.#offset;
    const reused = { samples: (this.#record.reused?.samples ?? 0) + missing.length, origin };
    this.#record = { ...this.#record, reused };
    await onDisk(this.folder, () =>
      writeAtomically(join(this.folder, RUN_FILE), serializeRunRecord(this.#record)),
    );
    return missing.length;
  }

  /** Ends the run: every planned sample is here. */
  async complete(): Promise<void> {
    await this.#sync();
    await this.#verify({ byContent: true });
    if (this.#record.status.state === 'complete') await this.#close();
    else await this.#finish({ state: 'complete' });
  }

  /** Ends a sequential run before its last sample. */
  async stop(because: StopReason): Promise<void> {
    await this.#sync();
    await this.#verify({ byContent: true });
    await this.#finish({ state: 'complete', stopped: { after: this.#keys.size, because } });
  }

  /** Ends the run for a reason; it can be continued. */
  async fail(reason: string): Promise<void> {
    await this.#sync();
    await this.#verify({ byContent: true });
    await this.#finish({ state: 'failed', reason });
  }

  /** Ends the run for a reason that puts in doubt whose answers these are: those of this evaluation are taken back. */
  async retract(reason: string): Promise<void> {
    await onDisk(this.folder, () => this.#samples.truncate(this.#earlier));
    await this.#finish({ state: 'failed', reason });
  }

  /** Leaves the run as `running`, to be continued. */
  async interrupt(): Promise<void> {
    await this.#sync();
    await this.#verify({ byContent: true });
    await this.#close();
  }

  async #sync(): Promise<void> {
    if (this.#unsynced === 0) return;
    await this.#orBroken(() =>
      onDisk(this.folder, async () => {
        try {
          await this.#samples.datasync();
        } catch (error) {
          // Of what was written since the last time, nobody knows what is on the disk.
          await this.#samples.truncate(this.#synced.offset);
          throw error;
        }
      }),
    );
    this.#unsynced = 0;
    this.#synced = { at: performance.now(), offset: this.#offset };
  }

  async #orBroken(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#broken = true;
      await this.#close();
      throw error;
    }
  }

  /** All or nothing: what a full disk took of it is given back. */
  async #append(bytes: Buffer): Promise<void> {
    try {
      await this.#samples.appendFile(bytes);
    } catch (error) {
      await this.#samples.truncate(this.#offset);
      throw error;
    }
    await this.#seal.append(bytes);
    this.#offset += bytes.length;
  }

  /**
   * Other code of the same user can write where we do. What it has touched counts for nothing and is out of the way of
   * later evaluations: this run begins anew, and others are set aside.
   * @throws WeighbridgeError `data` for files that are not as they were left
   */
  async #verify(look: Look = {}): Promise<void> {
    const { out, meanwhile, beside } = this.#watch;
    // First of all: where the lock is gone, somebody else may be writing, and nothing may be touched.
    await onDisk(this.folder, () => this.#lock.touch());
    const isOwn = (await this.#seal.holds(look)) && (await this.#isRecorded());
    const others = (await beside?.broken(look)) ?? [];
    if (isOwn && others.length === 0) return;
    const [file = this.folder] = isOwn ? others.map(({ folder }) => folder) : [];
    const cause = meanwhile === null ? '' : `; what ran meanwhile: ${meanwhile}`;
    const message = `files of a run were changed by another hand while ${this.#record.task} was evaluated${cause}`;
    this.#broken = true;
    for (const { side, folder } of others) await setAside(out, side, folder);
    if (!isOwn) await rm(join(this.folder, SAMPLES_FILE), { force: true });
    await this.#finish({ state: 'failed', reason: message });
    throw new WeighbridgeError('data', message, {
      at: { file },
      fix: 'let nothing but the evaluation write into the run directory, and run again: what was touched is evaluated anew',
    });
  }

  async #isRecorded(): Promise<boolean> {
    const written = await readFile(join(this.folder, RUN_FILE), 'utf8').catch(() => null);
    return written === serializeRunRecord(this.#record);
  }

  async #finish(status: RunStatus): Promise<void> {
    this.#record = { ...this.#record, status, finished: new Date().toISOString() };
    try {
      await onDisk(this.folder, () =>
        writeAtomically(join(this.folder, RUN_FILE), serializeRunRecord(this.#record)),
      );
    } finally {
      await this.#close();
    }
  }

  async #close(): Promise<void> {
    await this.#samples.close();
    await this.#lock.release();
  }
}

/** What is looked after besides the run itself. */
interface Watch {
  readonly out: string;
  readonly meanwhile: string | null;
  readonly beside: SealedRuns | null;
}

interface Stored {
  readonly samples: readonly SampleRecord[];
  readonly wholeBytes: number;
}

interface Resumed {
  readonly record: RunRecord;
  readonly stored: Stored;
}
