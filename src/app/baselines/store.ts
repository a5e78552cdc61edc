import { join } from 'node:path';
import type { Origin } from '../../core/domain/baseline.ts';
import { WeighbridgeError } from '../../core/domain/errors.ts';
import { designOf, type RunRecord } from '../../core/domain/run.ts';
import type { SampleRecord } from '../../core/domain/sample.ts';
import { countDocuments } from '../../results/store/reader.ts';
import { openRun } from '../../results/store/writer.ts';
import { type Blessing, type BlessingList, Blessings } from './blessings.ts';
import type { Identified } from './entries.ts';
import { Entries, type Lookup } from './entries.ts';
import type { BlessingManifest } from './manifest.ts';

/** A run to be blessed, as it was read. */
export interface BlessableRun {
  readonly record: RunRecord;
  readonly samples: readonly SampleRecord[];
  /** Why it is not whole; null for a complete one. */
  readonly incomplete: string | null;
}

/** What pruning keeps: the newest so many, and those blessed since. */
export interface Kept {
  readonly count: number;
  readonly since: Date | null;
}

/** A folder in which baselines are kept by identity: entries of samples, and blessings that say which are in force. */
export class BaselineStore {
  readonly folder: string;
  readonly entries: Entries;
  readonly #blessings: Blessings;

  constructor(folder: string) {
    this.folder = folder;
    this.entries = new Entries(folder);
    this.#blessings = new Blessings(folder);
  }

  find(run: Identified): Promise<Lookup> {
    return this.entries.find(run);
  }

  /** Keeps what a run has, also of one that is not finished. Only full designs: of others the order is part of the result. */
  async keep(
    { record, samples }: Pick<BlessableRun, 'record' | 'samples'>,
    origin: Origin,
  ): Promise<string | null> {
    return designOf(record) === 'full' ? this.entries.keep(record, samples, origin) : null;
  }

  list(): Promise<BlessingList> {
    return this.#blessings.list();
  }

  /** Copies a blessing of another store, whose entries are here already. */
  addBlessing(manifest: BlessingManifest): Promise<Blessing> {
    return this.#blessings.add(manifest);
  }

  /**
   * Makes the runs of one model the baseline.
   * @throws WeighbridgeError `data` for runs that are incomplete, stopped early, or of several models: they would be in force
   */
  async bless(runs: readonly BlessableRun[], origin: Origin): Promise<Blessing> {
    const [first] = runs;
    const fault = unblessable(runs);
    if (fault !== null || first === undefined) throw fault;
    const { model } = first.record;
    const tasks = [];
    for (const { record, samples } of runs) {
      const key = await this.entries.keep(inFull(record), samples, origin);
      const kept = await this.entries.read(key);
      const { task, task_role, primary_metric } = record;
      if (kept.kind !== 'found') throw unfit(`the run of ${task} could not be kept`, 'bless it again');
      tasks.push({ task, task_role, primary_metric, key, samples: kept.entry.digest });
    }
    const { source, digest, adapter_digest } = model;
    return this.#blessings.add({ schema_version: 1, source, digest, adapter_digest, origin, tasks });
  }

  /**
   * Writes a blessed baseline as runs of the side `baseline`.
   * @returns the folder of the side
   * @throws WeighbridgeError `data` when an entry is gone or damaged: a baseline in parts is none
   */
  async checkOut(blessing: Blessing, out: string): Promise<string> {
    for (const { key, task, task_role, primary_metric, samples } of blessing.tasks) {
      const found = await this.entries.read(key);
      if (found.kind !== 'found') {
        const why = found.kind === 'damaged' ? found.reason : 'its samples are gone';
        throw unfit(
          `the blessed baseline has no ${task}: ${why}`,
          'bless it again: weighbridge baseline bless',
        );
      }
      const { entry } = found;
      const { digest, adapter_digest } = entry.record.model;
      const isBlessed =
        entry.digest === (samples ?? entry.digest) &&
        digest === blessing.digest &&
        adapter_digest === blessing.adapter_digest;
      if (!isBlessed) {
        throw unfit(
          `the samples of ${task} in the store are not those that were blessed`,
          'look at who can write into the store; then evaluate the model and bless it again',
        );
      }
      const {
        schema_version: _version,
        status: _status,
        started: _started,
        finished: _finished,
        ...record
      } = entry.record;
      const { writer } = await openRun(out, { ...record, side: 'baseline', task, task_role, primary_metric });
      await writer.reuse(entry.samples, blessing.origin);
      await writer.complete();
    }
    return join(out, 'baseline');
  }

  /** Removes blessings beyond those kept, and then every entry that no blessing names. @returns how many of each */
  async prune({ count, since }: Kept): Promise<{ readonly blessings: number; readonly entries: number }> {
    const { blessings } = await this.list();
    const kept = blessings.filter(
      ({ origin }, index) => index < count || (since !== null && new Date(origin.date) >= since),
    );
    const named = new Set(kept.flatMap(({ tasks }) => tasks.map(({ key }) => key)));
    const gone = blessings.filter((each) => !kept.includes(each));
    for (const { id } of gone) await this.#blessings.remove(id);
    let entries = 0;
    for (const key of await this.entries.keys()) {
      if (named.has(key)) continue;
      await this.entries.remove(key);
      entries += 1;
    }
    return { blessings: gone.length, entries };
  }
}

/** Why runs cannot become the baseline, and what to do about it; null where they can. */
export function unblessable(runs: readonly BlessableRun[]): WeighbridgeError | null {
  const [first] = runs;
  if (first === undefined) return unfit('there is no run to bless', 'evaluate it first');
  const { model } = first.record;
  for (const { record, samples, incomplete } of runs) {
    const { task, side } = record;
    const again = `weighbridge evaluate --role ${side} --full --out <the run directory>`;
    if (incomplete !== null) return unfit(`the run of ${task} ${incomplete}`, `finish it: \`${again}\``);
    if (countDocuments(samples) < record.planned)
      return unfit(`the run of ${task} was designed to stop early`, `evaluate it to its end: \`${again}\``);
    if (record.model.digest !== model.digest || record.model.adapter_digest !== model.adapter_digest) {
      return unfit('these are runs of several models', 'bless the folder of one side of one run directory');
    }
  }
  return null;
}

/** Of a run that has every sample nothing hangs on the order in which they came: what is compared with it is paired by id. */
const inFull = ({ design: _, order_seed: __, draw: ___, ...record }: RunRecord): RunRecord => record;

const unfit = (what: string, fix: string) => new WeighbridgeError('data', what, { fix });
