import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import { isObject, type Members } from '../../../core/domain/json.ts';
import type { RunRecord } from '../../../core/domain/run.ts';
import { type SampleRecord, type Score, sampleKey } from '../../../core/domain/sample.ts';
import { parseRunRecord } from '../../store/run-record.ts';
import type { TaskResults } from '../format.ts';
import { parseLenientJson } from '../json.ts';
import { type EvaluationFile, type EvaluationRow, evaluationRows, rowsFile } from './files.ts';
import { type PlacedSample, usageOf } from './samples.ts';

/** Under this name an export of our own keeps what the format has no place for, as JSON. */
const OWN = 'weighbridge';

/** The run of which an evaluation is an export; null for the evaluations of others. */
export function ownRecord({ evaluation, file }: EvaluationFile): RunRecord | null {
  const written = evaluation.eval_library?.additional_details?.[OWN];
  return typeof written === 'string' ? parseRunRecord(written, file) : null;
}

/**
 * A run as it was exported.
 * @throws WeighbridgeError `data`
 */
export async function ownRun(source: EvaluationFile, record: RunRecord): Promise<TaskResults> {
  if (record.status.state !== 'complete') {
    throw new WeighbridgeError('data', 'an export of a run that is not complete', {
      at: { file: source.file },
    });
  }
  const samples = await rowsFile(source);
  return {
    ...record,
    file: source.file,
    async *samples() {
      if (samples !== null) yield* samplesOf(source, samples);
    },
  };
}

/** Rows of one sample stand together. */
async function* samplesOf(source: EvaluationFile, file: string): AsyncGenerator<PlacedSample> {
  let current: PlacedSample | null = null as PlacedSample | null;
  for await (const { row, at } of evaluationRows(source, file)) {
    const sample = toSample(row, at);
    if (current !== null && sampleKey(current.sample) === sampleKey(sample)) {
      current = {
        at: current.at,
        sample: merged(current.sample, sample),
      };
      continue;
    }
    if (current !== null) yield current;
    current = { sample, at };
  }
  if (current !== null) yield current;
}

const merged = (first: SampleRecord, second: SampleRecord): SampleRecord => ({
  ...second,
  scores: { ...first.scores, ...second.scores },
});

/** Its members are checked as those of our own samples are, where they are yielded. */
function toSample(row: EvaluationRow, at: Location): SampleRecord {
  const kept = membersOf(row.metadata?.[OWN], at);
  const { metric, score = row.evaluation.score, ...fields } = kept;
  if (typeof metric !== 'string')
    throw new WeighbridgeError('data', 'no metric', { at: { ...at, key: OWN } });
  return {
    ...(fields as unknown as Omit<SampleRecord, 'id' | 'scores' | 'output'>),
    id: row.sample_id,
    scores: Object.fromEntries([[metric, score as Score]]),
    ...(row.output?.raw[0] === undefined ? {} : { output: row.output.raw[0] }),
    ...usageOf(row),
  };
}

function membersOf(written: unknown, at: Location): Members {
  const value = typeof written === 'string' ? parseLenientJson(written, at) : undefined;
  if (isObject(value)) return value;
  throw new WeighbridgeError('data', 'a row of an export of Weighbridge without its own part', { at });
}
