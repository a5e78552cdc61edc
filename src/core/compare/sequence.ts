import type { RunRecord } from '../domain/run.ts';
import { designOf } from '../domain/run.ts';
import { type Samples, sampleKey } from '../domain/sample.ts';
import type { PairedScores } from './paired-scores.ts';
import { ScoreTable } from './score-table.ts';
import type { MetricScores } from './scores.ts';

/** Keys of the candidate's samples in the order in which they were evaluated; null where that order decides nothing. */
export function sequenceOf(
  run: { readonly record: RunRecord; readonly samples: Samples } | null,
): readonly string[] | null {
  return run === null || designOf(run.record) === 'full' ? null : Array.from(run.samples, sampleKey);
}

/** The scores of a sequence, in its order. */
export function inOrder({ scores }: MetricScores, sequence: readonly string[]): PairedScores {
  const positions = new Map(scores.map(({ key }, position) => [key, position]));
  return ScoreTable.from(scores).pick(sequence.flatMap((key) => positions.get(key) ?? []));
}

/** The metric on some of its samples, as if they were all there are. */
export function onlyOn(metric: MetricScores, scores: PairedScores): MetricScores {
  const without = (side: 'baseline' | 'candidate') => scores.filter((score) => score[side] === null).length;
  return {
    ...metric,
    scores,
    ...(scores.length < metric.scores.length ? { partial: true as const } : {}),
    unpaired: { baseline: 0, candidate: 0 },
    unscored: { baseline: without('baseline'), candidate: without('candidate') },
  };
}
