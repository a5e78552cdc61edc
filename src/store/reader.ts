import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, WeighbridgeError } from '../domain/errors.ts';
import type { RunRecord } from '../domain/run.ts';
import { type SampleRecord, sampleKey } from '../domain/sample.ts';
import { RUN_FILE, SAMPLES_FILE } from './layout.ts';
import { MAX_LINE_BYTES, readLines } from './lines.ts';
import { parseRunRecord } from './run-record.ts';
import { parseSample } from './sample-codec.ts';

const MAX_RUN_FILE_BYTES = 4 * 1024 * 1024;

/** One task of one side as stored. */
export interface StoredRun {
  readonly folder: string;
  readonly record: RunRecord;
  /** In the order in which they were written. */
  readonly samples: readonly SampleRecord[];
  /** Why this is not a whole run, in words; null for a complete one. A caller that judges must not pass over it. */
  readonly incomplete: string | null;
}

/** Samples with the length of the file up to the last whole line, from which a writer goes on. */
export interface StoredSamples {
  readonly samples: readonly SampleRecord[];
  readonly wholeBytes: number;
  readonly torn: boolean;
}

/**
 * Reads the folder of one task.
 *
 * @throws WeighbridgeError `data`, with file and line, for anything that is missing, malformed or duplicated
 */
export async function readRun(folder: string, maxLineBytes = MAX_LINE_BYTES): Promise<StoredRun> {
  const record = await readRecord(folder);
  const stored = await readSamples(folder, record, maxLineBytes);
  return { folder, record, samples: stored.samples, incomplete: shortfall(record, stored) };
}

export async function readRecord(folder: string): Promise<RunRecord> {
  const file = join(folder, RUN_FILE);
  const source = await attempt(file, async () => {
    const { size } = await stat(file);
    if (size > MAX_RUN_FILE_BYTES) throw new WeighbridgeError('data', 'too large', { at: { file } });
    return readFile(file, 'utf8');
  });
  return parseRunRecord(source, file);
}

export async function readSamples(
  folder: string,
  record: Pick<RunRecord, 'metrics'>,
  maxLineBytes = MAX_LINE_BYTES,
): Promise<StoredSamples> {
  const file = join(folder, SAMPLES_FILE);
  const metrics = new Map(record.metrics.map((metric) => [metric.name, metric]));
  const samples: SampleRecord[] = [];
  const lines = new Map<string, number>();
  let wholeBytes = 0;
  let torn = false;
  await attempt(file, async () => {
    for await (const line of readLines(file, maxLineBytes)) {
      torn = !line.whole;
      if (torn) break;
      const at = { file, line: line.number };
      const sample = parseSample(line.text, metrics, at);
      const first = lines.get(sampleKey(sample));
      if (first !== undefined) {
        const what = `the sample ${JSON.stringify(sample.id)} is already on line ${first}`;
        throw new WeighbridgeError('data', what, { at });
      }
      lines.set(sampleKey(sample), line.number);
      samples.push(sample);
      wholeBytes = line.end;
    }
  });
  return { samples, wholeBytes, torn };
}

function shortfall(record: RunRecord, { samples, torn }: StoredSamples): string | null {
  const { status, planned } = record;
  const evaluated = new Set(samples.map(({ id }) => id)).size;
  if (status.state === 'failed') return `failed after ${evaluated} of ${planned} samples: ${status.reason}`;
  if (status.state === 'running') return `stopped after ${evaluated} of ${planned} samples`;
  if (torn) return 'the last line of its samples is torn';
  if (status.stopped !== undefined && evaluated >= status.stopped.after && evaluated < planned) return null;
  if (evaluated !== planned) return `says complete with ${evaluated} of ${planned} samples`;
  return planned === 0 && record.aggregates === undefined ? 'has no samples' : null;
}

async function attempt<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const message = missing ? 'no such file or folder' : `cannot be read: ${messageOf(cause)}`;
    throw new WeighbridgeError('data', message, { at: { file }, cause });
  }
}
