import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { SampleRecord, Score } from '../../../core/domain/sample.ts';
import { idFrom, NOT_RECORDED, type Placed } from '../foreign-run.ts';
import { digest } from '../lm-eval/digest.ts';
import { type EvaluationFile, readRows, samplesFile } from './files.ts';
import type { Measured } from './metrics.ts';
import type { Row } from './schema.ts';
import { joinerOf, type Sampled, whyUnscored } from './tally.ts';

/**
 * The samples of one task. Rows of a sample's other metrics may stand anywhere, so that with several metrics they are
 * gathered; with one they pass through.
 */
export async function* samplesOf(
  source: EvaluationFile,
  all: readonly Measured[],
  sampled: readonly Sampled[],
): AsyncGenerator<Placed> {
  const file = samplesFile(source);
  if (file === null) return;
  const join = joinerOf(all);
  const own = new Map(sampled.map((each) => [each.measured, each]));
  const gathered = new Map<string, Placed>();
  const seen = new Map<string, number>();
  let index = 0;
  for await (const { row, at } of readRows(source, file)) {
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

function scoreOf(row: Row, { measured, divisor }: Sampled, at: Placed['at']): Score {
  const why = whyUnscored(row, measured);
  if (why !== null) return { unscored: why };
  const { name, range } = measured.metric;
  const score = (row.evaluation.score ?? NaN) / divisor;
  if (score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity)) return score;
  throw new WeighbridgeError('data', `${name} is ${row.evaluation.score}, outside of its bounds`, { at });
}

/** A sample that has several rows of one metric was answered several times: not independent. */
function toSample(row: Row, occurrence: number, scores: Record<string, Score>, index: number): SampleRecord {
  const { raw, formatted, choices, reference } = row.input;
  const said = row.output?.raw[0] ?? row.messages?.findLast(({ role }) => role === 'assistant')?.content;
  const id = idFrom(row.sample_id);
  return {
    id: occurrence === 1 ? id : `${id}#${occurrence}`,
    index,
    input_digest: raw ? digest({ raw, formatted, choices }) : NOT_RECORDED,
    target_digest: reference && reference.length > 0 ? digest(reference) : NOT_RECORDED,
    scores,
    // On every one of them, since the first does not know whether more will come.
    cluster: id,
    ...(typeof said === 'string' ? { output: said } : {}),
    ...(row.token_usage
      ? {
          usage: {
            prompt_tokens: row.token_usage.input_tokens,
            output_tokens: row.token_usage.output_tokens,
          },
        }
      : {}),
  };
}

/** @throws WeighbridgeError `data` where two rows of a sample do not ask the same */
function joined(first: Placed, second: Placed): Placed {
  const [a, b] = [first.sample, second.sample];
  if (a.input_digest !== b.input_digest || a.target_digest !== b.target_digest) {
    const message = `the sample ${JSON.stringify(b.id)} asks something else in another row`;
    throw new WeighbridgeError('data', message, { at: second.at });
  }
  return { at: first.at, sample: { ...b, ...a, scores: { ...a.scores, ...b.scores } } };
}
