import { createHash } from 'node:crypto';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Direction } from '../../../core/domain/metric.ts';
import { MOST_CLASSES } from '../../../core/metrics/classes.ts';
import { isOfColumns, labelIn } from './columns.ts';
import type { PlainRow, PlainUnit } from './row.ts';
import { SeenSamples } from './seen-samples.ts';
import { visitRows } from './table.ts';

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
  /** Documents: of one with several filters there are as many samples. */
  planned: number;
  /** What is right, of the lines whose metric is told by that. */
  readonly targets: Set<string>;
  /** Whether every line says what was asked. */
  inputs: boolean;
  /** Whether lines of one sample stand apart, so that samples must be gathered in memory. */
  scattered: boolean;
  readonly range: { readonly first: number; last: number };
  /** All of the samples where lines say little but scores; null where they say more, and are read again instead of held. */
  bare: SeenSamples | null;
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
  const seenOf = (task: TaskTally) => {
    const own = seen.get(task) ?? new SeenSamples();
    seen.set(task, own);
    return own;
  };
  // Of the row that the line at hand is like.
  let like: {
    readonly row: PlainRow;
    readonly task: TaskTally;
    readonly own: SeenSamples;
    readonly isOfColumns: boolean;
  } | null = null;
  await visitRows(file, hash, {
    row(row) {
      const task = taskOf(models, row);
      // Every line is seen, also after the first that comes back.
      if (seenOf(task).comesBack(row)) task.scattered = true;
      task.inputs &&= row.sample.input !== undefined;
      task.range.last = row.at.line;
      if (isOfColumns(row.metric)) addLabel(task, row.sample.target);
      task.metrics.set(row.metric, joined(task.metrics.get(row.metric), row));
    },
    again(line) {
      const { row, score } = line.like;
      if (like?.row !== row) {
        const task = taskOf(models, row);
        like = { row, task, own: seenOf(task), isOfColumns: isOfColumns(row.metric) };
      }
      const { task, own } = like;
      if (own.comesBackAs(line)) task.scattered = true;
      if (like.isOfColumns && task.targets.size <= MOST_CLASSES) addLabel(task, own.targetOf(line));
      task.range.last = line.number;
      const said = task.metrics.get(row.metric);
      if (said === undefined || (typeof score === 'number' && score > said.largest))
        task.metrics.set(row.metric, joined(said, { ...row, score }));
    },
  });
  for (const [task, samples] of seen) {
    task.planned = samples.documents;
    task.bare = samples.isBare ? samples : null;
  }
  return { models, digest: hash.digest('hex') };
}

function addLabel({ targets }: TaskTally, target: unknown): void {
  const label = targets.size <= MOST_CLASSES ? labelIn(target) : null;
  if (label !== null) targets.add(label);
}

function taskOf(models: Map<string | null, Map<string, TaskTally>>, row: PlainRow): TaskTally {
  const model = row.model ?? null;
  const tasks = models.get(model) ?? new Map<string, TaskTally>();
  models.set(model, tasks);
  const known = tasks.get(row.task);
  if (known !== undefined) return known;
  const range = { first: row.at.line, last: row.at.line };
  const counted = { planned: 0, targets: new Set<string>(), bare: null };
  const task = { metrics: new Map(), ...counted, inputs: true, scattered: false, range };
  tasks.set(row.task, task);
  return task;
}

const isSaid = (said: PlainDeclaration, { direction, unit, min, max, score }: PlainRow): boolean =>
  (direction === undefined || direction === said.direction) &&
  (unit === undefined || unit === said.unit) &&
  (min === undefined || min === said.min) &&
  (max === undefined || max === said.max) &&
  (typeof score !== 'number' || score <= said.largest);

function joined(said: PlainDeclaration | undefined, row: PlainRow): PlainDeclaration {
  // Nearly every line of millions says what those before it did.
  if (said !== undefined && isSaid(said, row)) return said;
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
