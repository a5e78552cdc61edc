import { askedOf } from '../../../core/domain/asked.ts';
import { type Location, WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import { NOT_RECORDED, type SampleRecord, type Score } from '../../../core/domain/sample.ts';
import { digest } from '../digest.ts';
import { errorReason, idFrom, numberedId, type Placed } from '../format.ts';
import { liesIn, meanMetric } from '../metrics.ts';
import {
  type EvaluationFile,
  type EvaluationResult,
  type EvaluationRow,
  evaluationRows,
  rowsFile,
} from './files.ts';

/** One result of an evaluation: a metric of a task. */
export interface MeasuredResult {
  readonly result: EvaluationResult;
  readonly task: string;
  readonly metric: MetricDeclaration;
  /** The result's own score and standard error are divided by this to lie on the metric's scale. */
  readonly divisor: 1 | 100;
}

/** @throws WeighbridgeError `data` for two results of one name, or a score outside of its own bounds */
export function measuredOf({ evaluation, file }: EvaluationFile): MeasuredResult[] {
  const seen = new Set<string>();
  return evaluation.evaluation_results.map((result, index) => {
    const at = { file, key: `evaluation_results.${index}` };
    const measured = measure(result);
    const { task, metric, divisor } = measured;
    const name = `${task}/${metric.name}`;
    if (seen.has(name)) throw new WeighbridgeError('data', `two results are called ${name}`, { at });
    seen.add(name);
    const score = result.score_details.score / divisor;
    if (liesIn(metric.range, score)) return measured;
    throw new WeighbridgeError('data', `${name} is ${result.score_details.score}, outside of its bounds`, {
      at,
      fix: 'say in metric_config on which scale it is: metric_unit, min_score and max_score',
    });
  });
}

function measure(result: EvaluationResult): MeasuredResult {
  const { metric_id, metric_name, metric_unit, lower_is_better, score_type, min_score, max_score } =
    result.metric_config;
  const unit = metric_unit?.toLowerCase() ?? '';
  const isPercent = unit === 'percent' || unit === 'percentage' || unit === '%';
  const isRate =
    isPercent || unit === 'proportion' || score_type === 'binary' || (min_score === 0 && max_score === 1);
  const direction = lower_is_better ? 'lower_is_better' : 'higher_is_better';
  const metric = meanMetric(metric_id || metric_name || 'score', direction, isRate ? 'rate' : 'number');
  return {
    result,
    task: result.evaluation_name,
    metric: isRate ? metric : { ...metric, range: { min: min_score ?? null, max: max_score ?? null } },
    divisor: isPercent ? 100 : 1,
  };
}

export type PlacedSample = Required<Placed>;

/** What a first reading learns of a result's samples. */
interface Counted {
  rows: number;
  scored: number;
  sum: number;
  /** Of rows with an error too, for which writers put a score of 0. */
  sumOfAll: number;
}

/** A result with samples, and by what their scores are divided to lie on the metric's scale. */
export interface SampledResult {
  readonly measured: MeasuredResult;
  readonly divisor: 1 | 100;
  readonly rows: number;
}

/** Why a row says nothing of the model; null where it has a score. */
function whyUnscored(
  { error, evaluation: { score } }: EvaluationRow,
  { result }: MeasuredResult,
): string | null {
  if (error) return errorReason(error);
  if (score === null || score === undefined) return 'no score in the file';
  if (!Number.isFinite(score)) return String(score);
  return result.metric_config.has_unknown_level && score === -1 ? 'unknown level' : null;
}

/** To which result each row belongs: by its id, or by its name where only one result has that. */
function joinerOf(all: readonly MeasuredResult[]): (row: EvaluationRow) => MeasuredResult | null {
  const unique = (names: readonly (string | null | undefined)[]) =>
    new Map(
      all.flatMap((each, index) => {
        const name = names[index];
        return name && names.indexOf(name) === names.lastIndexOf(name) ? [[name, each] as const] : [];
      }),
    );
  const byId = unique(all.map(({ result }) => result.evaluation_result_id));
  const byName = unique(all.map(({ result }) => result.evaluation_name));
  return ({ evaluation_result_id: id, evaluation_name: name }) =>
    (id ? byId.get(id) : byName.get(name)) ?? null;
}

/**
 * Which results have samples, all of which are there and add up to the result.
 * @throws WeighbridgeError `data`
 */
export async function tallyRows(
  source: EvaluationFile,
  all: readonly MeasuredResult[],
): Promise<SampledResult[]> {
  const file = await rowsFile(source);
  if (file === null) return [];
  const counts = new Map<MeasuredResult, Counted>();
  const join = joinerOf(all);
  for await (const { row } of evaluationRows(source, file)) {
    const measured = join(row);
    if (measured === null) continue;
    const counted = counts.get(measured) ?? { rows: 0, scored: 0, sum: 0, sumOfAll: 0 };
    counts.set(measured, counted);
    counted.rows += 1;
    const score = Number.isFinite(row.evaluation.score) ? Number(row.evaluation.score) : 0;
    counted.sumOfAll += score;
    if (whyUnscored(row, measured) !== null) continue;
    counted.scored += 1;
    counted.sum += score;
  }
  return [...counts].map(([measured, counted]) => checked(measured, counted, source));
}

function checked(measured: MeasuredResult, counted: Counted, { file }: EvaluationFile): SampledResult {
  const { result, task, metric } = measured;
  const { score, uncertainty } = result.score_details;
  const at = { file, key: `evaluation_results (${task}/${metric.name})` };
  const expected = uncertainty?.num_samples ?? counted.rows;
  if (expected > counted.rows) {
    throw new WeighbridgeError('data', `${task}/${metric.name} has ${counted.rows} samples of ${expected}`, {
      at,
    });
  }
  const means = [counted.sum / counted.scored, counted.sumOfAll / counted.rows];
  // Of a percentage the samples may be per cent too, or fractions.
  const scales = measured.divisor === 100 ? ([100, 1] as const) : ([1] as const);
  const divisor = scales.find((scale) =>
    means.some((mean) => Math.abs((mean * measured.divisor) / scale - score) <= roundingOf(score)),
  );
  if (divisor !== undefined || counted.scored === 0)
    return { measured, divisor: divisor ?? 1, rows: counted.rows };
  throw new WeighbridgeError(
    'data',
    `${task}/${metric.name} is ${score} in the evaluation and ${means[0]} by the samples`,
    { at, fix: 'keep evaluation and samples of one run together, and change neither' },
  );
}

/** Half a unit of the last decimal that was written, at most of the second: collectors round. */
function roundingOf(score: number): number {
  const decimals = /\.(\d+)$/.exec(String(score))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -Math.max(decimals, 2) + 1e-9 * Math.max(1, Math.abs(score));
}

/**
 * The samples of one task. Rows of a sample's other metrics may stand anywhere, so that with several metrics they are
 * gathered; with one they pass through.
 */
export async function* sampledRows(
  source: EvaluationFile,
  all: readonly MeasuredResult[],
  sampled: readonly SampledResult[],
): AsyncGenerator<PlacedSample> {
  const file = await rowsFile(source);
  if (file === null) return;
  const join = joinerOf(all);
  const own = new Map(sampled.map((each) => [each.measured, each]));
  const gathered = new Map<string, PlacedSample>();
  const seen = new Map<string, number>();
  let index = 0;
  for await (const { row, at } of evaluationRows(source, file)) {
    const measured = join(row);
    const found = measured === null ? undefined : own.get(measured);
    if (found === undefined) continue;
    const { metric } = found.measured;
    const key = JSON.stringify([metric.name, row.sample_id]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    const sample = toSample(row, occurrence, { [metric.name]: scoreOf(row, found, at) }, index);
    const placed = { sample, at };
    if (sampled.length === 1) {
      index += 1;
      yield placed;
      continue;
    }
    const other = gathered.get(sample.id);
    if (other === undefined) index += 1;
    gathered.set(sample.id, other === undefined ? placed : joined(other, placed));
  }
  yield* gathered.values();
}

function scoreOf(row: EvaluationRow, { measured, divisor }: SampledResult, at: Location): Score {
  const why = whyUnscored(row, measured);
  if (why !== null) return { unscored: why };
  const { name, range } = measured.metric;
  const score = (row.evaluation.score ?? NaN) / divisor;
  if (liesIn(range, score)) return score;
  throw new WeighbridgeError('data', `${name} is ${row.evaluation.score}, outside of its bounds`, { at });
}

/** A sample that has several rows of one metric was answered several times: not independent. */
function toSample(
  row: EvaluationRow,
  occurrence: number,
  scores: Record<string, Score>,
  index: number,
): SampleRecord {
  const { raw, formatted, choices, reference } = row.input;
  const said = row.output?.raw[0] ?? row.messages?.findLast(({ role }) => role === 'assistant')?.content;
  const id = idFrom(row.sample_id);
  return {
    id: numberedId(id, occurrence),
    index,
    input_digest: raw && raw !== NOT_RECORDED ? digest({ raw, formatted, choices }) : NOT_RECORDED,
    target_digest: reference && reference.length > 0 ? digest(reference) : NOT_RECORDED,
    scores,
    // On every one of them, since the first does not know whether more will come.
    cluster: id,
    ...(typeof said === 'string' ? { output: said } : {}),
    ...usageOf(row),
    ...(raw === NOT_RECORDED ? {} : askedOf(raw, choices, reference)),
  };
}

export function usageOf({ token_usage: used }: EvaluationRow): Pick<SampleRecord, 'usage'> {
  return used ? { usage: { prompt_tokens: used.input_tokens, output_tokens: used.output_tokens } } : {};
}

/** @throws WeighbridgeError `data` where two rows of a sample do not ask the same */
function joined(first: PlacedSample, second: PlacedSample): PlacedSample {
  const [a, b] = [first.sample, second.sample];
  if (a.input_digest !== b.input_digest || a.target_digest !== b.target_digest) {
    const message = `the sample ${JSON.stringify(b.id)} asks something else in another row`;
    throw new WeighbridgeError('data', message, { at: second.at });
  }
  return { at: first.at, sample: { ...b, ...a, scores: { ...a.scores, ...b.scores } } };
}
