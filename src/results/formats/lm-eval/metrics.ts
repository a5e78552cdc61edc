import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Members } from '../../../core/domain/json.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { liesIn } from '../metrics.ts';
import {
  corpusMetric,
  isCorpusMetric,
  isRate,
  isToldBy,
  knownDirection,
  ratioMetric,
} from './known-metrics.ts';
import { aggregatesOf, type LmEvalContent, type LmEvalResults } from './results.ts';
import type { LmEvalRow } from './rows.ts';

/** Aggregations that are the mean of the lines, perhaps of those that are numbers. */
const MEANS: readonly unknown[] = ['mean', 'nanmean', undefined, null];

/**
 * What a metric of a task is.
 * @param seen what a line says of it, by which a function of all lines is known; left out where there are no lines
 * @throws WeighbridgeError `data` when nobody says which way is better, or when the run scored nothing
 */
export function declareLmEvalMetric(
  source: LmEvalResults,
  task: string,
  name: string,
  ...seen: readonly unknown[]
): MetricDeclaration {
  const at = { file: source.file, key: `results.${task}.${name}` };
  if (name === 'bypass') {
    throw new WeighbridgeError('data', 'this run scored nothing: it was made with --predict_only', {
      at,
      fix: 'evaluate again without --predict_only',
    });
  }
  const listed = listedMetric(source.results, task, name);
  const direction = directionOf(
    source.results.higher_is_better[task]?.[name] ?? listed.higher_is_better,
    name,
  );
  if (direction === null) {
    throw new WeighbridgeError('data', `nobody says which way ${task}/${name} is better`, {
      at,
      fix: `add \`higher_is_better\` to ${name} in the task's metric_list, and evaluate again`,
    });
  }
  const plain = { name, direction, scale: 'linear', weak: false } as const;
  const unbounded = { min: null, max: null };
  const ratio = ratioMetric(name);
  if (ratio !== null) {
    return { ...plain, kind: 'ratio', unit: ratio.unit, scale: ratio.scale, range: unbounded };
  }
  const corpus = corpusMetric(name);
  const ownFunction = [undefined, null, ...(corpus?.aggregations ?? [])].includes(listed.aggregation);
  if (corpus !== null && ownFunction && seen.some((value) => isToldBy(corpus, value))) {
    const { range, aggregate } = corpus;
    return { ...plain, kind: 'corpus', unit: 'number', range, aggregate };
  }
  if (!MEANS.includes(listed.aggregation) || (seen.length > 0 ? seen.some(hasParts) : isCorpusMetric(name))) {
    return { ...plain, kind: 'corpus', unit: 'number', range: unbounded };
  }
  return isRate(name) && (seen.length > 0 || !isPercent(source, task, name))
    ? { ...plain, kind: 'mean', unit: 'rate', range: { min: 0, max: 1 } }
    : { ...plain, kind: 'mean', unit: 'number', range: unbounded };
}

/**
 * Some tasks and forks write rates in per cent. A line outside 0 to 1 is refused; without lines a value above 1 tells, and a
 * side that it does not tell on declares another metric than the other side.
 */
function isPercent({ results }: LmEvalResults, task: string, name: string): boolean {
  return aggregatesOf(results.results[task]).some(({ metric, value }) => metric === name && value > 1);
}

/** Lists, tuples and texts are made into a number by a function over all lines, which only the task knows. */
const hasParts = (value: unknown): boolean =>
  typeof value === 'string' || (typeof value === 'object' && value !== null);

function listedMetric(results: LmEvalContent, task: string, name: string): Members {
  const list = results.configs[task]?.metric_list;
  const found = Array.isArray(list) ? list.find((entry) => entry?.metric === name) : undefined;
  return found ?? {};
}

function directionOf(higher: unknown, name: string): MetricDeclaration['direction'] | null {
  if (typeof higher === 'boolean') return higher ? 'higher_is_better' : 'lower_is_better';
  return knownDirection(name);
}

/** Whether lines have scores of a metric; a function of all of them that only the task knows has none. */
export const isScored = ({ kind, aggregate }: MetricDeclaration): boolean =>
  kind !== 'corpus' || aggregate !== undefined;

/**
 * A line's score; what is no finite number is unscored.
 * @throws WeighbridgeError `data` for a value that the metric cannot have
 */
export function lineScore(row: LmEvalRow, metric: MetricDeclaration): Score {
  const { name, range } = metric;
  const value = row.values.get(name);
  if (value === undefined) return { unscored: 'not in the samples file' };
  if (value === null) return { unscored: 'null' };
  if (metric.kind === 'corpus') {
    const corpus = corpusMetric(name);
    const parts = corpus?.parts(value) ?? null;
    return parts === null ? fail(row, name, `is not ${corpus?.holds ?? 'known'}`) : { parts };
  }
  const score = metric.kind === 'ratio' ? ratioMetric(name)?.read(value) : numberOf(value);
  if (score === undefined || score === null) return fail(row, name, 'is not what this metric writes');
  if (typeof score !== 'number') {
    const parts = [score.numerator, score.denominator];
    return parts.every(Number.isFinite) ? score : { unscored: `${value}` };
  }
  if (!Number.isFinite(score)) return { unscored: String(score) };
  if (!liesIn(range, score)) {
    return fail(row, name, `${score} lies outside ${range.min} to ${range.max}`);
  }
  return score;
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : null;
}

function fail(row: LmEvalRow, key: string, message: string): never {
  throw new WeighbridgeError('data', message, { at: { ...row.at, key } });
}
