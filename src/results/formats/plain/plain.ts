import { basename } from 'node:path';
import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import { NOT_RECORDED, type Score, sampleKey } from '../../../core/domain/sample.ts';
import { declareMetric, METRICS, type MetricName } from '../../../core/metrics/registry.ts';
import type { ScoreColumn } from '../../store/score-column.ts';
import { digest, inputDigest } from '../digest.ts';
import { defineFormat, type Placed, type TaskResults, unidentifiedModel } from '../format.ts';
import { liesIn, meanMetric } from '../metrics.ts';
import { chooseOne } from '../selection.ts';
import { membersFrom, scoresFrom } from './bare.ts';
import { classesOf, declareOfColumns, isOfColumns, scoreOfColumns } from './columns.ts';
import type { PlainRow, PlainUnit, SampleFields } from './row.ts';
import { isTable, tableRows } from './table.ts';
import { type PlainDeclaration, type TableTally, type TaskTally, tallyTable } from './tally.ts';

/** Names the metrics whose scores are per cent, though none of them exceeds 1. */
const PERCENT = 'percent';

export const plain = defineFormat<TableTally & { readonly file: string }>({
  name: 'a plain table',
  summary: 'JSONL, CSV or Parquet with task, id, metric and score in each line',
  detect: isTable,
  fix: 'correct the line, or write the table again',
  choices: ['model', PERCENT],
  read: async (file) => ({ file, ...(await tallyTable(file)) }),

  toRuns([{ file, models, digest: by }], { selection, each }) {
    const named = [...models.keys()].flatMap((name) => name ?? []);
    const model = models.has(null) ? null : chooseOne(selection, 'model', named);
    if (model === null && models.size > 1) {
      throw new WeighbridgeError('data', 'some lines name a model, and some do not', { at: { file } });
    }
    const tasks = [...(models.get(model) ?? [])].sort(([left], [right]) => (left < right ? -1 : 1));
    const prompts = tasks.every(([, { inputs }]) => inputs) ? '' : ', inputs not recorded';
    const identity = unidentifiedModel(`${model ?? basename(file)}${prompts}`, { file: by, model });
    const sure = (selection.chosen.get(PERCENT) ?? '').split(',');
    return each(tasks, ([task, found]) => {
      for (const [metric, said] of found.metrics)
        if (!sure.includes(metric)) checkPercent(file, metric, said);
      return { ...taskOf({ file, model, task }, found), model: identity };
    });
  },
});

function taskOf(
  source: Pick<TaskSource, 'file' | 'model' | 'task'>,
  found: TaskTally,
): Omit<TaskResults, 'model'> {
  const { task, file } = source;
  const metrics = new Map(
    [...found.metrics].map(([name, said]) => [name, declare(task, name, said, found.targets)] as const),
  );
  return {
    ...{ file, task, planned: found.planned, fingerprint: { harness: 'plain table' } },
    // In an order of their own, since the order of lines means nothing.
    metrics: [...metrics.values()]
      .map(({ declaration }) => declaration)
      .sort((a, b) => Number(b.unit === 'rate') - Number(a.unit === 'rate') || (a.name < b.name ? -1 : 1)),
    samples: () => samplesOf({ ...source, metrics }, found),
    ...bareOf(found, metrics),
  };
}

/** Of lines that say little but scores, each of them one that its metric can have. */
function bareOf({ bare }: TaskTally, metrics: ReadonlyMap<string, PlainMetric>): Pick<TaskResults, 'bare'> {
  if (bare === null || !bare.areNames) return {};
  const { keys } = bare;
  const scores = new Map<string, ScoreColumn>();
  for (const [name, given] of bare.scores) {
    const metric = metrics.get(name);
    if (metric === undefined || metric.divisor !== 1) return {};
    const own = isOfColumns(name) ? scoresFrom(bare, name, metric) : given;
    if (own === null || (own === given && !given.liesWithin(metric.declaration.range))) return {};
    scores.set(name, own);
  }
  return { bare: { keys, scores, members: membersFrom(bare) } };
}

/** A metric, and by what its scores are divided to lie on the metric's scale. */
interface PlainMetric {
  readonly declaration: MetricDeclaration;
  readonly divisor: number;
  /** What its columns may name; none of a metric that has scores. */
  readonly classes: readonly string[];
}

const isKnown = (name: string): name is MetricName => Object.hasOwn(METRICS, name);

/**
 * What a metric is: as this project knows it, or as the file says.
 * @throws WeighbridgeError `data` when nobody says which way is better, or the file contradicts what is known
 */
function declare(
  task: string,
  name: string,
  said: PlainDeclaration,
  targets: ReadonlySet<string>,
): PlainMetric {
  const { direction, unit, min, max, at } = said;
  const divisor = unit === 'percent' ? 100 : 1;
  const fail = (message: string, fix: string): never => {
    throw new WeighbridgeError('data', `${task}/${name}: ${message}`, { at, fix });
  };
  if (!isKnown(name)) {
    if (direction === undefined) {
      return fail('nobody says which way is better', 'add a column "direction" with "higher" or "lower"');
    }
    const metric = meanMetric(name, direction, kindOf(unit));
    if (min === undefined && max === undefined) return { declaration: metric, divisor, classes: [] };
    if (metric.unit === 'rate')
      return fail('a rate lies between 0 and 1', 'leave out min and max, or the unit');
    if (min === undefined || max === undefined || !(min < max))
      return fail('a range has two ends', 'give both min and max, the former less than the latter');
    return { declaration: { ...metric, range: { min, max } }, divisor, classes: [] };
  }
  const declaration = isOfColumns(name) ? declareOfColumns(name, targets, at) : declareMetric(name);
  if (min !== undefined || max !== undefined)
    return fail(
      'the range of this metric is known',
      'leave out min and max, or give the metric another name',
    );
  if (declaration.kind !== 'mean' && !isOfColumns(name)) {
    return fail(
      'it is no mean of one number a sample',
      'give a number that is, such as the log-likelihood of each sample, under another name',
    );
  }
  if (direction !== undefined && direction !== declaration.direction) {
    return fail(
      `of this metric ${declaration.direction.replaceAll('_', ' ')}`,
      'give the metric another name',
    );
  }
  if (unit !== undefined && kindOf(unit) !== declaration.unit) {
    return fail(`this metric is a ${declaration.unit}`, 'give the metric another name');
  }
  return { declaration, divisor, classes: isOfColumns(name) ? classesOf(targets) : [] };
}

/**
 * Scores of 0 to 1 that are called per cent are a hundredth of what they look like, and so is every drop among them.
 * @throws WeighbridgeError `data` asking which it is
 */
function checkPercent(file: string, metric: string, { unit, largest, at }: PlainDeclaration): void {
  if (unit !== 'percent' || largest <= 0 || largest > 1) return;
  throw new WeighbridgeError('data', `${metric} is per cent by its unit, and none of its scores exceeds 1`, {
    at: { ...at, key: 'unit' },
    fix: `if they are 0 to 1, write the unit "rate"; if they are per cent, say so: ${file}#${PERCENT}=${metric}`,
  });
}

const kindOf = (unit: PlainUnit | undefined): 'rate' | 'number' =>
  unit === 'rate' || unit === 'percent' ? 'rate' : 'number';

/** @throws WeighbridgeError `data` for a rate that is none, as one in per cent is not */
function scoreOf(row: PlainRow, { declaration, divisor, classes }: PlainMetric): Score {
  if (isOfColumns(row.metric)) return scoreOfColumns(row, classes);
  if (typeof row.score !== 'number') return row.score;
  const score = row.score / divisor;
  if (liesIn(declaration.range, score)) return score;
  throw new WeighbridgeError(
    'data',
    `${row.score} lies outside ${(declaration.range.min ?? -Infinity) * divisor} to ${(declaration.range.max ?? Infinity) * divisor}, where ${row.task}/${row.metric} is`,
    {
      at: { ...row.at, key: 'score' },
      ...(declaration.unit === 'rate' && divisor === 1 && score <= 100 && score > 1
        ? { fix: 'if scores are in per cent, say so: add a column "unit" with "percent"' }
        : {}),
    },
  );
}

interface TaskSource {
  readonly file: string;
  readonly model: string | null;
  readonly task: string;
  readonly metrics: ReadonlyMap<string, PlainMetric>;
}

/**
 * The samples of one task, each from its lines. Where these stand together nothing but the sample at hand is held.
 * @throws WeighbridgeError `data` with file and line
 */
async function* samplesOf(
  source: TaskSource,
  { range, scattered, bare }: Pick<TaskTally, 'range' | 'scattered' | 'bare'>,
): AsyncGenerator<Iterable<Placed>> {
  const open = new Map<string, PlainRow[]>();
  let index = 0;
  if (bare !== null) return yield samplesFrom(bare.rows(), source);
  function* closed(): Generator<Placed> {
    for (const rows of open.values()) yield toSample(rows, index++, source);
    open.clear();
  }
  function* samplesIn(rows: Iterable<PlainRow>): Generator<Placed> {
    for (const row of rows) {
      if (row.task !== source.task || (row.model ?? null) !== source.model) continue;
      const key = sampleKey(row);
      const own = open.get(key);
      if (own !== undefined) {
        own.push(row);
        continue;
      }
      if (!scattered) yield* closed();
      open.set(key, [row]);
    }
  }
  for await (const rows of tableRows(source.file, { range })) yield samplesIn(rows);
  yield closed();
}

function* samplesFrom(samples: Iterable<readonly PlainRow[]>, source: TaskSource): Generator<Placed> {
  let index = 0;
  for (const rows of samples) yield toSample(rows, index++, source);
}

function toSample(rows: readonly PlainRow[], index: number, { metrics }: TaskSource): Placed {
  const [first] = rows;
  if (first === undefined) throw new Error('a sample without lines');
  const { input, target, ...rest } = rows.reduce(joined).sample;
  const scores: Record<string, Score> = {};
  for (const row of rows) {
    const metric = metrics.get(row.metric);
    if (metric !== undefined) scores[row.metric] = scoreOf(row, metric);
  }
  return {
    at: first.at,
    sample: {
      id: first.id,
      index,
      ...(first.filter === undefined ? {} : { filter: first.filter }),
      input_digest: inputDigest(input),
      target_digest: target === undefined ? NOT_RECORDED : digest(target),
      scores,
      ...rest,
      ...askedOf(input, undefined, target),
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
