import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, WeighbridgeError, withFix } from '../../core/domain/errors.ts';
import { KeyTable } from '../../core/domain/key-table.ts';
import type { RunRecord } from '../../core/domain/run.ts';
import { lacks, type SampleRecord, type Samples, sampleKey } from '../../core/domain/sample.ts';
import { RUN_FILE, SAMPLES_FILE } from './layout.ts';
import { lineGroups, MAX_LINE_BYTES } from './lines.ts';
import { parseRunRecord } from './run-record.ts';
import { parseSample, shapeOf } from './sample-codec.ts';
import type { BareSamples } from './score-column.ts';

const MAX_RUN_FILE_BYTES = 4 * 1024 * 1024;

/** What samples are put into as they are read: an array, or what takes less memory. */
export interface Holder extends Samples {
  /** A sample whose key is new, whether or not `keyTable` has been asked for it already. */
  push(sample: SampleRecord): unknown;
  /** All samples at once, where they are held so; there must be none yet. */
  adopt?(samples: BareSamples): void;
}

/** One task of one side as stored. */
export interface StoredRun<Held extends Samples = readonly SampleRecord[]> {
  readonly folder: string;
  readonly record: RunRecord;
  /** In the order in which they were written. */
  readonly samples: Held;
  /** Why this is not a whole run, in words; null for a complete one. A caller that judges must not pass over it. */
  readonly incomplete: string | null;
}

/** Samples with the length of the file up to the last whole line, from which a writer goes on. */
export interface StoredSamples<Held extends Samples = readonly SampleRecord[]> {
  readonly samples: Held;
  readonly wholeBytes: number;
  readonly torn: boolean;
}

/**
 * Reads the folder of one task.
 *
 * @throws WeighbridgeError `data`, with file and line, for anything that is missing, malformed or duplicated
 */
export async function readRun(folder: string, maxLineBytes = MAX_LINE_BYTES): Promise<StoredRun> {
  return readRunInto(folder, [], maxLineBytes);
}

/** The same, into what the caller holds samples in. */
export async function readRunInto<Held extends Holder>(
  folder: string,
  held: Held,
  maxLineBytes = MAX_LINE_BYTES,
): Promise<StoredRun<Held>> {
  const record = await readRecord(folder);
  const stored = await readSamplesInto(folder, record, held, maxLineBytes);
  return { folder, record, samples: stored.samples, incomplete: shortfall(record, stored) };
}

export async function readRecord(folder: string): Promise<RunRecord> {
  const file = join(folder, RUN_FILE);
  const source = await attempt(file, async () => {
    const { size } = await stat(file);
    if (size > MAX_RUN_FILE_BYTES) throw new WeighbridgeError('data', 'too large', { at: { file } });
    return readFile(file, 'utf8');
  });
  return attempt(file, async () => parseRunRecord(source, file));
}

export function readSamples(
  folder: string,
  record: Pick<RunRecord, 'metrics' | 'fingerprint'>,
): Promise<StoredSamples> {
  return readSamplesInto(folder, record, [], MAX_LINE_BYTES);
}

async function readSamplesInto<Held extends Holder>(
  folder: string,
  record: Pick<RunRecord, 'metrics' | 'fingerprint'>,
  samples: Held,
  maxLineBytes: number,
): Promise<StoredSamples<Held>> {
  const file = join(folder, SAMPLES_FILE);
  const shape = shapeOf(record);
  const known = samples.keyTable ?? new KeyTable();
  let wholeBytes = 0;
  let torn = false;
  await attempt(file, async () => {
    for await (const lines of lineGroups(file, maxLineBytes)) {
      for (const line of lines) {
        torn = !line.whole;
        if (torn) return;
        const at = { file, line: line.number };
        const sample = parseSample(line.text, shape, at);
        const first = known.claim(sampleKey(sample));
        if (first < samples.length) {
          const what = `the sample ${JSON.stringify(sample.id)} is already on line ${first + 1}`;
          throw new WeighbridgeError('data', what, { at });
        }
        samples.push(sample);
        wholeBytes = line.end;
      }
    }
  });
  return { samples, wholeBytes, torn };
}

function shortfall(record: RunRecord, { samples, torn }: StoredSamples<Samples>): string | null {
  const { status, planned } = record;
  const evaluated = countDocuments(samples);
  if (status.state === 'failed') return `failed after ${evaluated} of ${planned} samples: ${status.reason}`;
  if (status.state === 'running') return `stopped after ${evaluated} of ${planned} samples`;
  if (torn) return 'the last line of its samples is torn';
  if (status.stopped !== undefined && evaluated >= status.stopped.after && evaluated < planned) return null;
  if (evaluated !== planned) return `says complete with ${evaluated} of ${planned} samples`;
  return planned === 0 && record.aggregates === undefined ? 'has no samples' : null;
}

/** Documents behind samples of different keys: one has a line for each filter. */
export function countDocuments(samples: Samples): number {
  if (lacks(samples, 'filter')) return samples.length;
  let isFiltered = false;
  for (const { filter } of samples) isFiltered ||= filter !== undefined;
  if (!isFiltered) return samples.length;
  const ids = new Set<string>();
  for (const { id } of samples) ids.add(id);
  return ids.size;
}

/** What a run directory needs that is not as we wrote it. */
const DAMAGED = 'evaluate again, or copy the run directory again: it is not as it was written';

async function attempt<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw withFix(cause, DAMAGED);
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? 'no such file or folder' : `cannot be read: ${messageOf(cause)}`;
    throw new WeighbridgeError('data', message, { ...{ at: { file }, cause }, fix: DAMAGED });
  }
}
