import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Origin } from '../../core/domain/baseline.ts';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import type { RunRecord } from '../../core/domain/run.ts';
import { type SampleRecord, sampleKey } from '../../core/domain/sample.ts';
import { writeAtomically } from '../../results/store/atomic-file.ts';
import { makeDirectory, onDisk } from '../../results/store/disk-faults.ts';
import { RUN_FILE, SAMPLES_FILE } from '../../results/store/layout.ts';
import { acquireLock, type Lock } from '../../results/store/lock.ts';
import { readRecord, readSamples } from '../../results/store/reader.ts';
import { serializeRunRecord } from '../../results/store/run-record.ts';
import { serializeSample } from '../../results/store/sample-codec.ts';
import { type EntryManifest, parseEntry } from './manifest.ts';

/** What of a run decides its samples. Names and roles of tasks do not: they may change. */
export type Identified = Pick<RunRecord, 'model' | 'fingerprint' | 'metrics' | 'planned' | 'seed'>;

/**
 * SHA-256 of everything that can change a sample: weights, adapter, quantisation, and the whole fingerprint, with the digests
 * of dataset, prompts and templates, generation settings, engine and versions. One difference is another entry.
 */
export function entryKey({ model, fingerprint, metrics, planned, seed }: Identified): string {
  const { digest, adapter_digest, quantization } = model;
  const identity = { model: { digest, adapter_digest, quantization }, fingerprint, metrics, planned, seed };
  return createHash('sha256').update(canonicalJson(identity)).digest('hex');
}

/** Samples of one model on one task, asked in one way. */
export interface Entry {
  readonly key: string;
  readonly record: RunRecord;
  readonly samples: readonly SampleRecord[];
  /** SHA-256 of the samples as they are stored. */
  readonly digest: string;
  readonly origin: Origin;
}

/** What a key leads to. `damaged`: something lies there that must not be used. */
export type Lookup =
  | { readonly kind: 'found'; readonly entry: Entry }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly reason: string };

export const ENTRY_FILE = 'entry.json';
const LOCK_WAIT_MS = 20_000;

/**
 * The entries of a store, one folder a key:
 *
 *     entries/<key>/entry.json                  which samples, from where; written last
 *     entries/<key>/run.json                    what they are samples of
 *     entries/<key>/<sha256>/samples.jsonl      never changed: other samples have another digest
 */
export class Entries {
  readonly #folder: string;

  constructor(store: string) {
    this.#folder = join(store, 'entries');
  }

  folderOf(key: string): string {
    return join(this.#folder, key);
  }

  async keys(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(orNothing);
    return names.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
  }

  /** The samples of exactly this run, whole or in part. Digests are checked on every read. */
  async find(run: Identified): Promise<Lookup> {
    return this.read(entryKey(run));
  }

  async read(key: string): Promise<Lookup> {
    const folder = this.folderOf(key);
    const manifest = await readFile(join(folder, ENTRY_FILE), 'utf8').catch(orNothing);
    if (typeof manifest !== 'string') return { kind: 'missing' };
    try {
      return {
        kind: 'found',
        entry: await this.#readEntry(key, parseEntry(manifest, join(folder, ENTRY_FILE))),
      };
    } catch (error) {
      if (error instanceof WeighbridgeError && error.kind === 'data') {
        return { kind: 'damaged', reason: messageOf(error) };
      }
      throw error;
    }
  }

  /**
   * Keeps the samples of a run, joined with those that are there. Where both have a sample, the older one stays.
   * @throws WeighbridgeError `engine` when the disk refuses, `usage` when another process holds the entry for long
   */
  async keep(record: RunRecord, samples: readonly SampleRecord[], origin: Origin): Promise<string> {
    const key = entryKey(record);
    const folder = this.folderOf(key);
    if (samples.length === 0) return key;
    return onDisk(folder, async () => {
      await makeDirectory(folder);
      const lock = await patientLock(folder);
      try {
        const before = await this.read(key);
        const earlier = before.kind === 'found' ? before.entry : null;
        const known = new Set(earlier?.samples.map(sampleKey));
        const added = samples.filter((sample) => !known.has(sampleKey(sample)));
        if (added.length > 0 || earlier === null) {
          await this.#write(key, record, [...(earlier?.samples ?? []), ...added], origin);
        }
      } finally {
        await lock.release();
      }
      return key;
    });
  }

  async remove(key: string): Promise<void> {
    const folder = this.folderOf(key);
    const lock = await patientLock(folder);
    try {
      // First what makes it an entry: whoever reads meanwhile finds none, and never half of one.
      await rm(join(folder, ENTRY_FILE), { force: true });
      await rm(folder, { recursive: true, force: true });
    } finally {
      await lock.release();
    }
  }

  async #readEntry(key: string, manifest: EntryManifest): Promise<Entry> {
    const folder = this.folderOf(key);
    const record = await readRecord(folder);
    const refuse = (what: string, file: string): never => {
      throw new WeighbridgeError('data', `this entry of the store was changed: ${what}`, {
        at: { file: join(folder, file) },
        fix: 'nothing of it is used; it is made again by the next evaluation',
      });
    };
    if (entryKey(record) !== key) refuse('its run is not the one that its name stands for', RUN_FILE);
    const place = join(manifest.samples, SAMPLES_FILE);
    if ((await digestOf(join(folder, place))) !== manifest.samples)
      refuse('its samples have another digest', place);
    const { samples, torn } = await readSamples(join(folder, manifest.samples), record);
    if (torn || samples.length !== manifest.count) refuse('it has another number of samples', place);
    return { key, record, samples, digest: manifest.samples, origin: manifest.origin };
  }

  async #write(key: string, run: RunRecord, samples: readonly SampleRecord[], origin: Origin): Promise<void> {
    const folder = this.folderOf(key);
    const content = samples.map(serializeSample).join('');
    const digest = createHash('sha256').update(content).digest('hex');
    await makeDirectory(join(folder, digest));
    await writeAtomically(join(folder, digest, SAMPLES_FILE), content);
    const { reused: _reused, ...record } = run;
    await writeAtomically(
      join(folder, RUN_FILE),
      serializeRunRecord({ ...record, side: 'baseline', design: 'full' }),
    );
    const manifest: EntryManifest = { schema_version: 1, samples: digest, count: samples.length, origin };
    await writeAtomically(join(folder, ENTRY_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const name of await readdir(folder)) {
      if (/^[0-9a-f]{64}$/.test(name) && name !== digest) await rm(join(folder, name), { recursive: true });
    }
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash);
  } catch (cause) {
    throw new WeighbridgeError('data', `cannot be read: ${messageOf(cause)}`, {
      ...{ at: { file }, cause },
      fix: 'let whoever runs Weighbridge read the store, or put the entry there anew',
    });
  }
  return hash.digest('hex');
}

/** An entry is written in moments: another process that writes it is waited for. */
async function patientLock(folder: string): Promise<Lock> {
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return await acquireLock(folder);
    } catch (error) {
      if (!(error instanceof WeighbridgeError) || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

function orNothing(error: unknown): readonly [] {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
}
