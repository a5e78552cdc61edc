import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Aggregate, Fingerprint, GroupPart } from '../../../core/domain/run.ts';
import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { companionMetrics, companionScores } from '../../../core/metrics/choices.ts';
import { ExpectedCheck } from '../aggregate.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type FilteredRow, type IdentifiedRow, identified } from './identity.ts';
import { corpusMetric } from './known-metrics.ts';
import { declareLmEvalMetric, isScored, lineScore } from './metrics.ts';
import {
  aggregateAt,
  aggregatesOf,
  type LmEvalAggregate,
  type LmEvalResults,
  storedAggregates,
} from './results.ts';
import { fileOf, type LmEvalRow, lmEvalRows, type RowSource } from './rows.ts';

/** One task as the harness ran it. */
export interface LeafTask {
  readonly task: string;
  readonly metrics: readonly MetricDeclaration[];
  readonly aggregates: readonly LmEvalAggregate[];
  readonly fingerprint: Fingerprint;
  readonly kept: KeptResults;
  /** Of a group. */
  readonly parts?: readonly GroupPart[];
}

/** What the harness kept: a line a document and filter, or the harness's own numbers where it logged none. */
export type KeptResults =
  | {
      readonly kind: 'samples';
      readonly planned: number;
      /** @param group that the samples are part of, which their ids then begin with */
      samples(group?: string): AsyncIterable<Iterable<SampleRecord>>;
    }
  | { readonly kind: 'aggregates'; readonly aggregates: readonly Aggregate[] };

/** Up to 0.3 there are no filters. */
const NO_FILTER = '';

/** Values come late where the first lines have none; beyond these a metric counts as never written. */
const MOST_ROWS_WITHOUT_VALUE = 100;

/**
 * Reads what a task is. Its samples are read, and checked against what the harness made of them, when they are asked for.
 * @param file its samples; null where the run logged none
 * @throws WeighbridgeError `data`
 */
export async function readLeafTask(
  source: LmEvalResults,
  task: string,
  file: RowSource | null,
): Promise<LeafTask> {
  const { results } = source;
  const aggregates = aggregatesOf(results.results[task]);
  const names = [...new Set(aggregates.map(({ metric }) => metric))];
  const filters = [...new Set(aggregates.map(({ filter = NO_FILTER }) => filter))];
  checkNames([task, ...filters.filter((filter) => filter !== NO_FILTER)], source.file);
  const common = { task, aggregates, fingerprint: fingerprintOf(results, task) };
  if (file === null) {
    const metrics = names.map((name) => declareLmEvalMetric(source, task, name));
    return {
      ...common,
      metrics,
      kept: { kind: 'aggregates', aggregates: storedAggregates(results, task, [task]) },
    };
  }
  const first = await lookAt(file, names);
  const own = names.map((name) => declareLmEvalMetric(source, task, name, first.values.get(name)));
  const companions = first.tellsChoices ? companionMetrics().filter(({ name }) => !names.includes(name)) : [];
  const metrics = [...own, ...companions];
  const planned = results['n-samples'][task]?.effective ?? (await countDocuments(file, filters));
  if (planned === 0)
    throw new WeighbridgeError('data', `${task} has no samples`, { at: { file: fileOf(file) } });
  const total = { task, filters, planned, file: fileOf(file), resultsFile: source.file };
  const read = () => withFilters(lmEvalRows(file, names), total);
  const expected = aggregates.map((aggregate) => ({
    ...aggregate,
    undefinedAs: corpusMetric(aggregate.metric)?.undefinedAs,
    at: aggregateAt(source.file, task, aggregate),
  }));
  const toSample = sampleMaker(own, aggregates, companions);
  const samples = async function* (group?: string): AsyncGenerator<Iterable<SampleRecord>> {
    const check = new ExpectedCheck({ task, metrics }, expected);
    function* checked(rows: Iterable<IdentifiedRow>): Generator<SampleRecord> {
      for (const row of rows) {
        const sample = toSample(row, group);
        check.see(sample);
        yield sample;
      }
    }
    for await (const rows of identified(file, filters.length, read)) yield checked(rows);
    check.end();
  };
  return { ...common, metrics, kept: { kind: 'samples', planned, samples } };
}

/** Names become part of a path and of reports. @throws WeighbridgeError `data` */
function checkNames(names: readonly string[], file: string): void {
  const bad = names.find((name) => !/^[^\p{Cc}/\\]{1,200}$/u.test(name));
  if (bad === undefined) return;
  throw new WeighbridgeError('data', `${JSON.stringify(bad)} is no name of a task or filter`, {
    at: { file },
  });
}

interface FirstRows {
  /** What the first line that has a number or a text for a metric writes, by which its kind is known. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Whether there is an accuracy beside log-likelihoods of choices of which one is said to be right. */
  readonly tellsChoices: boolean;
}

async function lookAt(file: RowSource, names: readonly string[]): Promise<FirstRows> {
  const values = new Map<string, unknown>();
  const mayTell = names.includes('acc');
  let tellsChoices = false;
  let rows = 0;
  for await (const group of lmEvalRows(file, names)) {
    for (const row of group) {
      for (const [name, value] of row.values)
        if (!values.has(name) && !isNothing(value)) values.set(name, value);
      tellsChoices ||= mayTell && typeof row.answer.choices === 'object' && row.gold !== null;
      rows += 1;
      const isKnown = values.size === names.length && (tellsChoices || !mayTell);
      if (isKnown || rows === MOST_ROWS_WITHOUT_VALUE) return { values, tellsChoices };
    }
  }
  return { values, tellsChoices };
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || Number.isNaN(value);

/** Up to 0.4.2 nobody wrote down how many there should be. */
async function countDocuments(file: RowSource, filters: readonly string[]): Promise<number> {
  let rows = 0;
  for await (const group of lmEvalRows(file, [])) for (const _row of group) rows += 1;
  if (rows % filters.length === 0) return rows / filters.length;
  throw new WeighbridgeError('data', `${rows} samples are no multiple of ${filters.length} filters`, {
    at: { file: fileOf(file) },
  });
}

interface Total {
  readonly task: string;
  readonly filters: readonly string[];
  /** Documents: each has a line a filter. */
  readonly planned: number;
  readonly file: string;
  readonly resultsFile: string;
}

/**
 * Up to 0.4.6 lines do not name their filter, and come filter by filter in the order of the aggregates.
 * @throws WeighbridgeError `data`, at the end, unless every filter has a line for every document that the run evaluated
 */
async function* withFilters(
  groups: AsyncIterable<Iterable<LmEvalRow>>,
  total: Total,
): AsyncGenerator<Iterable<FilteredRow>> {
  const { task, filters, planned, file, resultsFile } = total;
  const counts = new Map(filters.map((filter) => [filter, 0]));
  let index = 0;
  function* filtered(rows: Iterable<LmEvalRow>): Generator<FilteredRow> {
    for (const row of rows) {
      // Lines beyond the last filter's are counted with it, and refused below.
      const filter =
        row.filter ?? filters[Math.min(Math.floor(index / planned), filters.length - 1)] ?? NO_FILTER;
      const count = counts.get(filter);
      if (count === undefined) {
        const message = `the results file has no filter ${JSON.stringify(filter)}`;
        throw new WeighbridgeError('data', message, { at: row.at });
      }
      counts.set(filter, count + 1);
      index += 1;
      yield row.filter === null ? { ...row, filter } : (row as FilteredRow);
    }
  }
  for await (const rows of groups) yield filtered(rows);
  const wrong = [...counts].find(([, count]) => count !== planned);
  if (wrong === undefined) return;
  const which = filters.length > 1 ? ` of the filter ${wrong[0]}` : '';
  throw new WeighbridgeError(
    'data',
    `${task} has ${wrong[1]} samples${which}, and the run evaluated ${planned} documents`,
    { at: { file }, fix: `keep the whole samples file of the run that wrote ${resultsFile}` },
  );
}

function sampleMaker(
  metrics: readonly MetricDeclaration[],
  aggregates: readonly LmEvalAggregate[],
  companions: readonly MetricDeclaration[],
): (row: IdentifiedRow, group?: string) => SampleRecord {
  const scored = metrics.filter(isScored);
  const metricsOf = new Map(
    aggregates.map(({ filter }) => [
      filter ?? NO_FILTER,
      scored.filter(({ name }) => aggregates.some((own) => own.filter === filter && own.metric === name)),
    ]),
  );
  return ({ row, id }, group) => {
    const scores: Record<string, Score> = {};
    for (const metric of metricsOf.get(row.filter) ?? []) scores[metric.name] = lineScore(row, metric);
    if (companions.length > 0) {
      const { choices } = row.answer;
      const all: Readonly<Record<string, Score>> = companionScores(
        typeof choices === 'object' ? choices : null,
        row.gold,
      );
      for (const { name } of companions) {
        const score = all[name];
        if (score !== undefined) scores[name] = score;
      }
    }
    return {
      id: group === undefined ? id : `${group}/${id}`,
      index: row.docId,
      group,
      filter: row.filter === NO_FILTER ? undefined : row.filter,
      input_digest: row.promptDigest,
      question_digest: row.questionDigest,
      target_digest: row.targetDigest,
      scores,
      output: row.output,
      ...row.asked,
      ...row.answer,
    };
  };
}
