import { WeighbridgeError } from '../../core/domain/errors.ts';
import { KeyTable } from '../../core/domain/key-table.ts';
import { type SampleRecord, sampleKey } from '../../core/domain/sample.ts';
import { countDocuments, type Holder, type StoredRun } from '../store/reader.ts';
import { attempt, type PartialRead } from '../store/results.ts';
import type { ForeignResults, ForeignRun } from './format.ts';

/** Of what a model wrote, more than any report shows. */
const MOST_OUTPUT = 4000;

/** Reads all samples into memory. A run whose samples are at fault becomes a fault. */
export async function collect(results: ForeignResults): Promise<PartialRead> {
  return collectInto(results, (): SampleRecord[] => []);
}

/** The same, into what the caller holds the samples of a run in. */
export async function collectInto<Held extends Holder>(
  { runs, faults, notes }: ForeignResults,
  hold: () => Held,
): Promise<PartialRead<Held>> {
  const collected: StoredRun<Held>[] = [];
  const failed: WeighbridgeError[] = [...faults];
  for (const run of runs) await attempt(failed, async () => collected.push(await readAll(run, hold())));
  return { runs: collected, faults: failed, notes };
}

async function readAll<Held extends Holder>(run: ForeignRun, samples: Held): Promise<StoredRun<Held>> {
  const { folder, record, incomplete } = run;
  if (run.bare !== undefined && samples.adopt !== undefined) samples.adopt(run.bare);
  else await readInto(samples, run);
  const found = countDocuments(samples);
  if (found !== record.planned) throw unfit(run, `has ${found} of ${record.planned} samples`);
  return { folder, record, incomplete, samples };
}

/** @throws WeighbridgeError `data` for a sample that is there twice */
async function readInto(samples: Holder, run: ForeignRun): Promise<void> {
  const known = samples.keyTable ?? new KeyTable();
  for await (const group of run.samples()) {
    for (const sample of group) {
      if (known.claim(sampleKey(sample)) < samples.length) {
        throw unfit(run, `has two results of the sample ${JSON.stringify(sample.id)}`);
      }
      samples.push(bounded(sample));
    }
  }
}

const unfit = ({ folder, record }: ForeignRun, what: string) =>
  new WeighbridgeError('data', `${record.task} ${what}`, {
    at: { file: folder, key: record.task },
    fix: 'name the whole results of one run',
  });

function bounded(sample: SampleRecord): SampleRecord {
  if (sample.output === undefined || sample.output.length <= MOST_OUTPUT) return sample;
  // A slice would keep the whole text alive: this is a text of its own.
  const output = Buffer.from(`${sample.output.slice(0, MOST_OUTPUT)}…`, 'utf16le').toString('utf16le');
  return { ...sample, output };
}
