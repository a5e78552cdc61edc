import type { RunRecord } from '../domain/run.ts';
import { designOf } from '../domain/run.ts';
import { type SampleRecord, sampleKey } from '../domain/sample.ts';
import type { MetricScores, PairedScore } from './scores.ts';

/** Keys of the candidate's samples in the order in which they were evaluated; null where that order decides nothing. */
export function sequenceOf(
  run: { readonly record: RunRecord; readonly samples: readonly SampleRecord[] } | null,
): readonly string[] | null {
  return run === null || designOf(run.record) === 'full' ? null : run.samples.map(sampleKey);
}

/** The scores of a sequence, in its order. */
export function inOrder({ scores }: MetricScores, sequence: readonly string[]): PairedScore[] {
  const byKey = new Map(scores.map((score) => [score.key, score]));
  return sequence.flatMap((key) => byKey.get(key) ?? []);
}

/** The metric on some of its samples, as if they were all there are. */
export function onlyOn(metric: MetricScores, scores: readonly PairedScore[]): MetricScores {
  const without = (side: 'baseline' | 'candidate') => scores.filter((score) => score[side] === null).length;
  return {
    ...metric,
    scores,
    ...(scores.length < metric.scores.length ? { partial: true as const } : {}),
    unpaired: { baseline: 0, candidate: 0 },
    unscored: { baseline: without('baseline'), candidate: without('candidate') },
  };
}
