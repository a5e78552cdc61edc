import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { askedOf } from '../../../core/domain/asked.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import { NOT_RECORDED, type Score } from '../../../core/domain/sample.ts';
import { digest, inputDigest } from '../digest.ts';
import { idFrom, numberedId, type Placed, type TaskResults } from '../format.ts';
import { commonMetric, liesIn } from '../metrics.ts';
import { type Directions, noDirection } from '../selection.ts';
import { readSplitTable } from '../split-table.ts';

type Row = Readonly<Record<string, unknown>>;

export interface LoggedTable {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly digest: string;
}

export async function readLoggedTable(file: string): Promise<LoggedTable> {
  const hash = createHash('sha256');
  const table = await readSplitTable(file, hash);
  return { ...table, digest: hash.digest('hex') };
}

/** Columns by what they are called: the first of each that is there (mlflow/models/evaluation, and its documentation). */
const IDS = ['id', 'sample_id', 'doc_id', 'example_id'];
const INPUTS = ['inputs', 'input', 'prompt', 'question', 'messages', 'request'];
const TARGETS = ['targets', 'target', 'ground_truth', 'expected_response', 'label'];
const OUTPUTS = ['outputs', 'output', 'predictions', 'prediction', 'response'];

/** `toxicity/v1/score` is a score of toxicity, and so is `toxicity`; what else is beside it, such as a justification, is none. */
const SCORE = /^(.+?)(?:\/v\d+)?(?:\/score)?$/;

/**
 * One task, called as the file; one metric a column whose direction is known.
 * @throws WeighbridgeError `data` where nothing tells samples or metrics
 */
export function taskOfTable(
  { columns, rows }: LoggedTable,
  file: string,
  directions: Directions,
): Omit<TaskResults, 'model'> {
  const first = (names: readonly string[]) => names.find((name) => columns.includes(name)) ?? null;
  const [id, input, target, output] = [first(IDS), first(INPUTS), first(TARGETS), first(OUTPUTS)];
  const metrics = columns.flatMap((column) => {
    if ([id, input, target, output].includes(column)) return [];
    const name = SCORE.exec(column)?.[1] ?? column;
    const metric = commonMetric(name, directions);
    return metric === null ? [] : [{ column, metric }];
  });
  const scored = columns.find((column) => column.endsWith('/score')) ?? columns.at(-1) ?? '';
  if (metrics.length === 0) throw noDirection({ file }, SCORE.exec(scored)?.[1] ?? scored);
  if (id === null && input === null) {
    throw new WeighbridgeError('data', 'no column tells one sample from another', {
      at: { file },
      fix: `log a column ${IDS[0]}, or what was asked as ${INPUTS[0]}`,
    });
  }
  const seen = new Map<string, number>();
  const samples = rows.map((row, index): Placed => {
    const at = { file, key: `data.${index}` };
    const own = idFrom(id === null ? inputDigest(row[input ?? '']) : idText(row[id], at));
    const number = (seen.get(own) ?? 0) + 1;
    seen.set(own, number);
    if (number > 1 && id !== null)
      throw new WeighbridgeError('data', `two rows have the ${id} ${JSON.stringify(own)}`, { at });
    const answer = output === null ? undefined : row[output];
    return {
      at,
      sample: {
        ...{ id: numberedId(own, number), index },
        input_digest: input === null ? NOT_RECORDED : inputDigest(row[input]),
        target_digest: target === null ? NOT_RECORDED : digest(row[target]),
        scores: Object.fromEntries(
          metrics.map(({ column, metric }) => [
            metric.name,
            scoreOf(row[column], metric, { ...at, key: `${at.key}.${column}` }),
          ]),
        ),
        ...(number > 1 ? { cluster: own } : {}),
        ...(typeof answer === 'string' ? { output: answer } : {}),
        ...(input === null ? {} : askedOf(row[input], undefined, target === null ? undefined : row[target])),
      },
    };
  });
  return {
    ...{ file, task: basename(file).replace(/\.json(\.(gz|zst))?$/, ''), samples },
    metrics: metrics.map(({ metric }) => metric),
    fingerprint: { harness: 'mlflow' },
  };
}

function idText(value: unknown, at: { file: string; key: string }): string {
  if (typeof value === 'string' && value !== '') return value;
  if (Number.isSafeInteger(value)) return String(value);
  throw new WeighbridgeError('data', 'an id must be a text or an integer', { at });
}

function scoreOf(
  written: unknown,
  { range, name }: MetricDeclaration,
  at: { file: string; key: string },
): Score {
  if (written === null || written === undefined) return { unscored: 'no score in the table' };
  const value = typeof written === 'boolean' ? Number(written) : written;
  if (typeof value !== 'number') throw new WeighbridgeError('data', `${name} is no number`, { at });
  if (!Number.isFinite(value)) return { unscored: String(value) };
  if (liesIn(range, value)) return value;
  throw new WeighbridgeError('data', `${name} is ${value}, which lies outside ${range.min} to ${range.max}`, {
    at,
  });
}
