import { createHash } from 'node:crypto';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Direction } from '../../../core/domain/metric.ts';
import { sampleKey } from '../../../core/domain/sample.ts';
import { MOST_CLASSES } from '../../../core/metrics/classes.ts';
import type { LineRange } from '../json.ts';
import { isOfColumns, labelIn } from './columns.ts';
import type { PlainRow, PlainUnit } from './row.ts';
import { tableRows } from './table.ts';

/** What the lines of a metric say of it, wherever they say it. */
export interface PlainDeclaration {
  /** Its first line. */
  readonly at: Location;
  readonly direction?: Direction;
  readonly unit?: PlainUnit;
  readonly min?: number;
  readonly max?: number;
  /** The largest of its scores; -Infinity where it has none. */
  readonly largest: number;
}

/** What a first reading learns of a task: all but the samples. */
export interface TaskTally {
  readonly metrics: Map<string, PlainDeclaration>;
  readonly ids: Set<string>;
  /** What is right, of the lines whose metric is told by that. */
  readonly targets: Set<string>;
  /** Whether every line says what was asked. */
  inputs: boolean;
  /** Whether lines of one sample stand apart, so that samples must be gathered in memory. */
  scattered: boolean;
  range: LineRange;
}

export interface TableTally {
  /** By model, null where no line names one. */
  readonly models: ReadonlyMap<string | null, ReadonlyMap<string, TaskTally>>;
  /** SHA-256 of the file's content, unpacked. */
  readonly digest: string;
}

/** @throws WeighbridgeError `data`, with the line, for what is malformed, said twice or contradicted */
export async function tallyTable(file: string): Promise<TableTally> {
  const hash = createHash('sha256');
  const models = new Map<string | null, Map<string, TaskTally>>();
  const seen = new Map<TaskTally, SeenSamples>();
  for await (const row of tableRows(file, { hash })) {
    const task = taskOf(models, row);
    task.scattered ||= comesBack(seen, task, row);
    task.ids.add(row.id);
    task.inputs &&= row.sample.input !== undefined;
    task.range = { first: task.range.first, last: row.at.line };
    if (isOfColumns(row.metric) && task.targets.size <= MOST_CLASSES) {
      const label = labelIn(row.sample.target);
      if (label !== null) task.targets.add(label);
    }
    task.metrics.set(row.metric, joined(task.metrics.get(row.metric), row));
  }
  return { models, digest: hash.digest('hex') };
}

/** The samples of a task so far, the last of them, and on which line each metric of each stood. */
interface SeenSamples {
  readonly samples: Set<string>;
  readonly lines: Map<string, Map<string, number>>;
  last: string;
}

/** Whether a line is of a sample that others came after. @throws WeighbridgeError `data` for a score that was said before */
function comesBack(seen: Map<TaskTally, SeenSamples>, task: TaskTally, row: PlainRow): boolean {
  const own = seen.get(task) ?? { samples: new Set(), lines: new Map(), last: '' };
  if (own.samples.size === 0) seen.set(task, own);
  const lines = own.lines.get(row.metric) ?? new Map<string, number>();
  if (lines.size === 0) own.lines.set(row.metric, lines);
  const key = sampleKey(row);
  const first = lines.get(key);
  if (first !== undefined) {
    const message = `${row.metric} of the sample ${JSON.stringify(row.id)} is already on line ${first}`;
    throw new WeighbridgeError('data', message, { at: row.at });
  }
  lines.set(key, row.at.line);
  const isBack = key !== own.last && own.samples.has(key);
  own.samples.add(key);
  own.last = key;
  return isBack;
}

function taskOf(models: Map<string | null, Map<string, TaskTally>>, row: PlainRow): TaskTally {
  const model = row.model ?? null;
  const tasks = models.get(model) ?? new Map<string, TaskTally>();
  models.set(model, tasks);
  const known = tasks.get(row.task);
  if (known !== undefined) return known;
  const range = { first: row.at.line, last: row.at.line };
  const sets = { ids: new Set<string>(), targets: new Set<string>() };
  const task = { metrics: new Map(), ...sets, inputs: true, scattered: false, range };
  tasks.set(row.task, task);
  return task;
}

function joined(said: PlainDeclaration | undefined, row: PlainRow): PlainDeclaration {
  const one = <Key extends 'direction' | 'unit' | 'min' | 'max'>(key: Key) => {
    const [earlier, now] = [said?.[key], row[key]];
    if (earlier !== undefined && now !== undefined && earlier !== now) {
      const of =
        key === 'min' || key === 'max' ? `${key} of ${row.task}/${row.metric}` : `${row.task}/${row.metric}`;
      const message = `${of} is ${now} here and ${earlier} before`;
      throw new WeighbridgeError('data', message, { at: { ...row.at, key } });
    }
    const value = now ?? earlier;
    return value === undefined ? {} : { [key]: value };
  };
  const score = typeof row.score === 'number' ? row.score : -Infinity;
  const largest = Math.max(said?.largest ?? -Infinity, score);
  return {
    at: said?.at ?? row.at,
    ...one('direction'),
    ...one('unit'),
    ...one('min'),
    ...one('max'),
    largest,
  };
}
