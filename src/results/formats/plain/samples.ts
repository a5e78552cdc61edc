import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { sampleKey } from '../../../core/domain/sample.ts';
import { NOT_RECORDED, type Placed } from '../foreign-run.ts';
import { digest } from '../lm-eval/digest.ts';
import { type PlainMetric, scoreOf } from './metrics.ts';
import { type PlainFormat, readRows } from './read.ts';
import type { PlainRow, SampleFields } from './row.ts';
import type { TaskTally } from './tally.ts';

export interface TaskSource {
  readonly file: string;
  readonly format: PlainFormat;
  readonly model: string | null;
  readonly task: string;
  readonly metrics: ReadonlyMap<string, PlainMetric>;
}

/**
 * The samples of one task, each from its lines. Where these stand together nothing but the sample at hand is held.
 * @throws WeighbridgeError `data` with file and line
 */
export async function* samplesOf(
  source: TaskSource,
  { range, scattered }: Pick<TaskTally, 'range' | 'scattered'>,
): AsyncGenerator<Placed> {
  const open = new Map<string, PlainRow[]>();
  let index = 0;
  for await (const row of readRows(source.file, source.format, { range })) {
    if (row.task !== source.task || (row.model ?? null) !== source.model) continue;
    const key = sampleKey(row);
    const rows = open.get(key);
    if (rows !== undefined) {
      rows.push(row);
      continue;
    }
    if (!scattered) {
      for (const done of open.values()) yield toSample(done, index++, source);
      open.clear();
    }
    open.set(key, [row]);
  }
  for (const done of open.values()) yield toSample(done, index++, source);
}

function toSample(rows: readonly PlainRow[], index: number, { metrics }: TaskSource): Placed {
  const [first] = rows;
  if (first === undefined) throw new Error('a sample without lines');
  const { input, target, ...rest } = rows.slice(1).reduce(joined, first).sample;
  const scores = rows.flatMap((row) => {
    const metric = metrics.get(row.metric);
    return metric === undefined ? [] : [[row.metric, scoreOf(row, metric)] as const];
  });
  return {
    at: first.at,
    sample: {
      id: first.id,
      index,
      ...(first.filter === undefined ? {} : { filter: first.filter }),
      input_digest: input === undefined ? NOT_RECORDED : digest(input),
      target_digest: target === undefined ? NOT_RECORDED : digest(target),
      scores: Object.fromEntries(scores),
      ...rest,
    },
  };
}

/** @throws WeighbridgeError `data` where two lines of a sample do not say the same of it */
function joined(row: PlainRow, other: PlainRow): PlainRow {
  for (const key of Object.keys(other.sample) as (keyof SampleFields)[]) {
    const [before, now] = [row.sample[key], other.sample[key]];
    if (before === undefined || digest(before) === digest(now)) continue;
    const message = `the sample ${JSON.stringify(other.id)} has another ${key} on line ${row.at.line}`;
    throw new WeighbridgeError('data', message, { at: { ...other.at, key } });
  }
  return { ...row, sample: { ...row.sample, ...other.sample } };
}
