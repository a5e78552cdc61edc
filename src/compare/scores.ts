import { faultOfParts } from '../domain/corpus.ts';
import type { BySide } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import type { Aggregate } from '../domain/run.ts';
import { isCorpus, isRatio, isUnscored, type SampleRecord, type Score } from '../domain/sample.ts';
import type { Part } from '../stats/ratio.ts';
import type { SamplePair } from './pair.ts';

/** One side's score of one sample. */
export interface ScoredPart extends Part {
  /** What a corpus metric keeps of the sample. It has no value a sample: the numerator is then NaN, the denominator its weight. */
  readonly parts?: readonly number[];
}

/** One sample's scores for one metric as parts of a ratio of sums; null where a side has no score. */
export interface PairedScore {
  readonly key: string;
  /** Samples with the same cluster are not independent; without one, the sample is its own. */
  readonly cluster: string;
  readonly group: string | null;
  readonly weight: number;
  readonly baseline: ScoredPart | null;
  readonly candidate: ScoredPart | null;
}

export interface MetricScores {
  readonly declaration: MetricDeclaration;
  /** Null where the task's lines carry no filter. */
  readonly filter: string | null;
  /**
   * Every sample that the metric should have a score for, in the order of keys: those of either side, and a blank one for
   * each that was planned and is on neither.
   */
  readonly scores: readonly PairedScore[];
  /** Where a side has no samples: then `scores` is empty, and this is all that is known. */
  readonly aggregates?: BySide<Aggregate | null>;
  /** Whether `scores` are only some of what was planned, since the evaluation has not come further. */
  readonly partial?: true;
  /** How often a corpus metric is resampled, where that is not as often as a verdict asks for. */
  readonly resamples?: number;
  /** Samples that only this side has. */
  readonly unpaired: BySide<number>;
  /** Samples that this side has without a usable score. */
  readonly unscored: BySide<number>;
  /** The commonest reason that this side's samples give for having no score; hostile text, null where none gives one. */
  readonly whyUnscored: BySide<string | null>;
}

export function scoresOf(
  pairs: readonly SamplePair[],
  declaration: MetricDeclaration,
  filter: string | null,
  planned: number,
): MetricScores {
  const own = pairs.filter((pair) => filterOf(pair) === filter);
  const scores = own.map((pair) => pairedScore(pair, declaration));
  const unscored = (side: 'baseline' | 'candidate') =>
    own.filter((pair, index) => pair[side] !== null && scores[index]?.[side] === null).length;
  return {
    declaration,
    filter,
    scores: [...scores, ...blanks(planned - own.length, scores)],
    unpaired: {
      baseline: own.filter((pair) => pair.candidate === null).length,
      candidate: own.filter((pair) => pair.baseline === null).length,
    },
    unscored: { baseline: unscored('baseline'), candidate: unscored('candidate') },
    whyUnscored: {
      baseline: commonestReason(own.map((pair) => pair.baseline?.scores[declaration.name])),
      candidate: commonestReason(own.map((pair) => pair.candidate?.scores[declaration.name])),
    },
  };
}

/** Of equally common reasons the first in the order of the samples. */
function commonestReason(scores: readonly (Score | undefined)[]): string | null {
  const counts = new Map<string, number>();
  for (const score of scores) {
    if (score === undefined || !isUnscored(score)) continue;
    counts.set(score.unscored, (counts.get(score.unscored) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort(([, left], [, right]) => right - left);
  return commonest?.[0] ?? null;
}

function blanks(count: number, scores: readonly PairedScore[]): PairedScore[] {
  const weight = scores.reduce(
    (heaviest, score) => Math.max(heaviest, score.weight),
    scores.length === 0 ? 1 : 0,
  );
  return Array.from({ length: Math.max(0, count) }, (_, index) => ({
    key: `never run ${index}`,
    cluster: `never run ${index}`,
    group: null,
    weight,
    baseline: null,
    candidate: null,
  }));
}

export function filterOf({ baseline, candidate }: SamplePair): string | null {
  return (candidate ?? baseline)?.filter ?? null;
}

function pairedScore({ key, baseline, candidate }: SamplePair, metric: MetricDeclaration): PairedScore {
  const sample = candidate ?? baseline;
  return {
    key,
    cluster: sample?.cluster === undefined ? `sample ${key}` : `cluster ${sample.cluster}`,
    group: sample?.group ?? null,
    weight: sample?.weight ?? 1,
    baseline: partOf(baseline, metric),
    candidate: partOf(candidate, metric),
  };
}

/** Null for everything that is not a score of the metric's kind within its range: unscored, never a number made up. */
function partOf(sample: SampleRecord | null, metric: MetricDeclaration): ScoredPart | null {
  const score = sample?.scores[metric.name];
  if (sample === null || score === undefined) return null;
  const part = unweightedPart(score, metric);
  const weight = sample.weight ?? 1;
  if (part === null || !(weight > 0) || !Number.isFinite(weight)) return null;
  return { ...part, numerator: part.numerator * weight, denominator: part.denominator * weight };
}

function unweightedPart(score: Score, metric: MetricDeclaration): ScoredPart | null {
  switch (metric.kind) {
    case 'mean':
      return typeof score === 'number' && inRange(score, metric)
        ? { numerator: score, denominator: 1 }
        : null;
    case 'ratio': {
      if (typeof score === 'number' || isUnscored(score) || !isRatio(score)) return null;
      const { numerator, denominator } = score;
      return Number.isFinite(numerator) && Number.isFinite(denominator) && denominator >= 0
        ? { numerator, denominator }
        : null;
    }
    case 'corpus': {
      if (typeof score === 'number' || !isCorpus(score) || metric.aggregate === undefined) return null;
      const { parts } = score;
      return faultOfParts(metric.aggregate, parts) === null
        ? { numerator: Number.NaN, denominator: 1, parts }
        : null;
    }
  }
}

function inRange(score: number, { range }: MetricDeclaration): boolean {
  return Number.isFinite(score) && score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity);
}
