import { WeighbridgeError } from '../../domain/errors.ts';
import type { MetricDeclaration } from '../../domain/metric.ts';
import type { Fingerprint } from '../../domain/run.ts';
import type { SampleRecord, Score } from '../../domain/sample.ts';
import { checkAggregate } from '../aggregate.ts';
import { fingerprintOf } from './fingerprint.ts';
import { samplesFile } from './locate.ts';
import { declare, scoreOf } from './metrics.ts';
import { type Aggregate, aggregateAt, aggregatesOf, type ResultsFile } from './results-file.ts';
import { type Row, readRows } from './rows.ts';

/** One task as the harness ran it. */
export interface LeafTask {
  readonly task: string;
  readonly metrics: readonly MetricDeclaration[];
  readonly aggregates: readonly Aggregate[];
  readonly fingerprint: Fingerprint;
  /** Documents. */
  readonly planned: number;
  readonly samples: readonly SampleRecord[];
}

/**
 * Reads a task's samples and checks them against what the harness made of them.
 * @throws WeighbridgeError `data`
 */
export async function readTask(source: ResultsFile, task: string): Promise<LeafTask> {
  const aggregates = aggregatesOf(source.results.results[task]);
  const names = [...new Set(aggregates.map(({ metric }) => metric))];
  const filters = [...new Set(aggregates.map(({ filter }) => filter))];
  checkNames([task, ...filters], source.file);
  const file = samplesFile(source, task);
  const rows = withFilters(await readRows(file, names), filters, file);
  const metrics = names.map((name) => declare(source, task, name, rows));
  const planned = countDocuments(source, task, rows, filters, file);
  const samples = identified(rows).map(({ row, id }): SampleRecord => {
    const own = aggregates.filter(({ filter }) => filter === row.filter).map(({ metric }) => metric);
    const scored = metrics.filter(({ name, kind }) => kind !== 'corpus' && own.includes(name));
    return {
      id,
      index: row.docId,
      filter: row.filter,
      input_digest: row.promptDigest,
      target_digest: row.targetDigest,
      scores: Object.fromEntries(
        scored.map((metric): [string, Score] => [metric.name, scoreOf(row, metric)]),
      ),
      ...(row.output === undefined ? {} : { output: row.output }),
    };
  });
  const leaf = {
    task,
    metrics,
    aggregates,
    fingerprint: fingerprintOf(source.results, task),
    planned,
    samples,
  };
  for (const aggregate of aggregates) {
    checkAggregate(leaf, aggregate, aggregateAt(source.file, task, aggregate));
  }
  return leaf;
}

/** Names become part of a path and of reports. @throws WeighbridgeError `data` */
function checkNames(names: readonly string[], file: string): void {
  const bad = names.find((name) => !/^[^\p{Cc}/\\]{1,200}$/u.test(name));
  if (bad === undefined) return;
  throw new WeighbridgeError('data', `${JSON.stringify(bad)} is no name of a task or filter`, {
    at: { file },
  });
}

type FilteredRow = Row & { readonly filter: string };

/** Up to 0.4.6 lines do not name their filter, and come filter by filter in the order of the aggregates. */
function withFilters(rows: readonly Row[], filters: readonly string[], file: string): FilteredRow[] {
  const block = rows.length / filters.length;
  return rows.map((row, index) => {
    const filter = row.filter ?? (Number.isInteger(block) ? filters[Math.floor(index / block)] : undefined);
    if (filter !== undefined && filters.includes(filter)) return { ...row, filter };
    const message =
      row.filter === null
        ? `${rows.length} samples are no multiple of ${filters.length} filters`
        : `the results file has no filter ${JSON.stringify(row.filter)}`;
    throw new WeighbridgeError('data', message, { at: row.filter === null ? { file } : row.at });
  });
}

/** @throws WeighbridgeError `data` unless every filter has a line for every document that the results file counts */
function countDocuments(
  { results, file: resultsFile }: ResultsFile,
  task: string,
  rows: readonly FilteredRow[],
  filters: readonly string[],
  file: string,
): number {
  const counts = filters.map((filter) => rows.filter((row) => row.filter === filter).length);
  const expected = results['n-samples'][task]?.effective ?? Math.max(0, ...counts);
  if (expected === 0) throw new WeighbridgeError('data', `${task} has no samples`, { at: { file } });
  const wrong = counts.findIndex((count) => count !== expected);
  if (wrong === -1) return expected;
  const which = filters.length > 1 ? ` of the filter ${filters[wrong]}` : '';
  throw new WeighbridgeError(
    'data',
    `${task} has ${counts[wrong]} samples${which}, and the run evaluated ${expected} documents`,
    { at: { file }, fix: `keep the whole samples file of the run that wrote ${resultsFile}` },
  );
}

/**
 * Documents are told by their hash, and the equal ones among them by their number. They are numbered in an order of
 * their own, since the order of lines means nothing.
 */
function identified(rows: readonly FilteredRow[]): { row: FilteredRow; id: string }[] {
  const seen = new Map<string, number>();
  const order = (row: FilteredRow) => `${row.promptDigest} ${row.targetDigest}`;
  const sorted = rows.toSorted((a, b) =>
    order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a.docId - b.docId,
  );
  return sorted.map((row) => {
    const key = `${row.filter}\u0000${row.docDigest}`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return { row, id: occurrence === 1 ? row.docDigest : `${row.docDigest}#${occurrence}` };
  });
}
