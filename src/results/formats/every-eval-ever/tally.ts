import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { type EvaluationFile, readRows, samplesFile } from './files.ts';
import type { Measured } from './metrics.ts';
import type { Row } from './schema.ts';

/** What a first reading learns of a result's samples. */
interface Counted {
  rows: number;
  scored: number;
  sum: number;
  /** Of rows with an error too, for which writers put a score of 0. */
  sumOfAll: number;
}

/** A result with samples, and by what their scores are divided to lie on the metric's scale. */
export interface Sampled {
  readonly measured: Measured;
  readonly divisor: 1 | 100;
  readonly rows: number;
}

/** Why a row says nothing of the model; null where it has a score. */
export function whyUnscored({ error, evaluation: { score } }: Row, { result }: Measured): string | null {
  if (error) return `error: ${error.split('\n', 1)[0]?.slice(0, 200)}`;
  if (score === null || score === undefined) return 'no score in the file';
  if (!Number.isFinite(score)) return String(score);
  return result.metric_config.has_unknown_level && score === -1 ? 'unknown level' : null;
}

/** To which result each row belongs: by its id, or by its name where only one result has that. */
export function joinerOf(all: readonly Measured[]): (row: Row) => Measured | null {
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
export async function tally(source: EvaluationFile, all: readonly Measured[]): Promise<Sampled[]> {
  const file = samplesFile(source);
  if (file === null) return [];
  const counts = new Map<Measured, Counted>();
  const join = joinerOf(all);
  for await (const { row } of readRows(source, file)) {
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

function checked(measured: Measured, counted: Counted, { file }: EvaluationFile): Sampled {
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
