import { spreadOfAnswers } from '../../core/compare/repeats.ts';
import { type RunRecord, repeatsOf, type TaskRun } from '../../core/domain/run.ts';
import type { Repeats, SampleRecord } from '../../core/domain/sample.ts';
import { meanOfRepeats } from '../../core/metrics/repeats.ts';

/** What several answers to each sample say of how far two runs of one model differ. */
export interface AnswerNoise {
  readonly task: string;
  readonly metric: string;
  readonly filter: string | null;
  /** Answers to each sample. */
  readonly answers: number;
  readonly samples: number;
  /** Samples whose answers do not all score the same. */
  readonly flaky: number;
  /** From the least to the greatest score of one sample's answers. */
  readonly largest: number;
  /** Standard error of the difference of two runs; null where all answers agree. */
  readonly stderr: number | null;
}

const repeatedMetrics = ({ metrics }: RunRecord): readonly string[] =>
  metrics.flatMap(({ name, repeated }) => (repeated === true ? [name] : []));

/** Whether a run has several answers' scores for every metric, so that its noise is known without another run. */
export const isRepeated = ({ record }: Pick<TaskRun, 'record'>): boolean =>
  record.metrics.length > 0 && repeatedMetrics(record).length === record.metrics.length;

/**
 * Two runs of one model differ by chance between answers alone: SE² = 2 · Σ w² s² / K / (Σ w)², s² being the unbiased variance
 * of the scores of a sample's K answers (Miller 2024, "Adding Error Bars to Evals": E[σ²] / K of the law of total variance).
 * Assumes answers that are independent, given their questions.
 */
export function answerNoise({ record, samples }: TaskRun): readonly AnswerNoise[] {
  const answers = repeatsOf(record);
  const filters = new Set<string | null>();
  for (const { filter = null } of samples) filters.add(filter);
  return repeatedMetrics(record).flatMap((metric) =>
    [...filters].map((filter) => {
      const found = { samples: 0, flaky: 0, largest: 0 };
      const sums = { weight: 0, within: 0 };
      for (const sample of samples) {
        const { filter: own = null, weight = 1 } = sample;
        const spread = own === filter ? spreadOfAnswers(sample, metric) : null;
        if (spread === null) continue;
        found.samples += 1;
        if (spread.range > 0) found.flaky += 1;
        found.largest = Math.max(found.largest, spread.range);
        sums.weight += weight;
        sums.within += (weight ** 2 * spread.variance) / answers;
      }
      const stderr = sums.within > 0 ? Math.sqrt(2 * sums.within) / sums.weight : null;
      return { task: record.task, metric, filter, answers, ...found, stderr };
    }),
  );
}

/**
 * Another run of the same model, made of the answers of this one: of each sample they are drawn anew with replacement. Its mean
 * is that of one less than there are, which has exactly the variance s²/K that the mean of K answers has (Rao & Wu 1988,
 * "Resampling inference with complex survey data", with n − 1 draws); what is asked of several answers is asked of as many.
 */
export function redrawn({ record, samples }: TaskRun, random: () => number): TaskRun {
  return { record, samples: Array.from(samples, (sample) => redrawnSample(sample, random)) };
}

function redrawnSample(sample: SampleRecord, random: () => number): SampleRecord {
  const { repeats, scores } = sample;
  if (repeats === undefined) return sample;
  const count = Object.values(repeats.scores)[0]?.length ?? 0;
  // One draw for all metrics, which are of the same answers.
  const drawn = Array.from({ length: count }, () => Math.floor(random() * count));
  const lists = Object.entries(repeats.scores).map(
    ([metric, own]) => [metric, drawn.map((answer) => own[answer] ?? NaN)] as const,
  );
  const means = lists.map(([metric, own]) => [metric, meanOfRepeats(own.slice(0, -1))] as const);
  const said = repeats.same_as && drawn.map((answer) => repeats.same_as?.[answer] ?? answer);
  const again: Repeats = {
    scores: Object.fromEntries(lists),
    ...(said === undefined ? {} : { same_as: said.map((answer) => said.indexOf(answer)) }),
  };
  return { ...sample, scores: { ...scores, ...Object.fromEntries(means) }, repeats: again };
}
