import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import type { MetricDeclaration } from '../../../core/domain/metric.ts';
import { isRatio, isUnscored, type SampleRecord, type Score } from '../../../core/domain/sample.ts';
import type { ExportedRun } from '../exporter.ts';
import type { Names } from './export-names.ts';
import { resultId } from './export-results.ts';

export const SCHEMA_VERSION = '0.3.0';

/** One line a sample and metric. What was asked is known by its digest only, and the digest stands in its place. */
export function* rowsOf({ record, samples }: ExportedRun, names: Names): Generator<string> {
  for (const sample of samples) {
    for (const metric of record.metrics) {
      const score = Object.hasOwn(sample.scores, metric.name) ? sample.scores[metric.name] : undefined;
      if (score !== undefined) yield `${JSON.stringify(row(record.task, sample, metric, score, names))}\n`;
    }
  }
}

function row(
  task: string,
  sample: SampleRecord,
  metric: MetricDeclaration,
  score: Score,
  names: Names,
): object {
  const { id, filter, scores: _all, output, usage, ...kept } = sample;
  const { input_digest, target_digest } = sample;
  const plain = typeof score === 'number';
  const value = plain ? score : substitute(score);
  return {
    schema_version: SCHEMA_VERSION,
    evaluation_id: names.evaluation,
    model_id: names.model,
    evaluation_name: filter === undefined ? task : `${task}/${filter}`,
    evaluation_result_id: resultId(task, metric.name, filter),
    sample_id: id,
    sample_hash: createHash('sha256').update(`${input_digest}${target_digest}`).digest('hex'),
    interaction_type: 'single_turn',
    input: { raw: input_digest, reference: [target_digest] },
    output: { raw: output === undefined ? [] : [output] },
    answer_attribution: [],
    evaluation: { score: value, is_correct: isRight(value, plain, metric) },
    ...(usage === undefined
      ? {}
      : {
          token_usage: {
            input_tokens: usage.prompt_tokens,
            output_tokens: usage.output_tokens,
            total_tokens: usage.prompt_tokens + usage.output_tokens,
          },
        }),
    ...(!plain && isUnscored(score) ? { error: score.unscored } : {}),
    metadata: {
      weighbridge: canonicalJson({
        ...kept,
        metric: metric.name,
        ...(filter === undefined ? {} : { filter }),
        ...(plain ? {} : { score }),
      }),
    },
  };
}

/** The format demands a number: of a ratio its value; of what has none 0, beside the error or the parts that say so. */
function substitute(score: Exclude<Score, number>): number {
  if (isUnscored(score) || !isRatio(score)) return 0;
  const value = score.numerator / score.denominator;
  return Number.isFinite(value) ? value : 0;
}

function isRight(score: number, plain: boolean, { direction, range }: MetricDeclaration): boolean {
  return plain && score === (direction === 'higher_is_better' ? range.max : range.min);
}
