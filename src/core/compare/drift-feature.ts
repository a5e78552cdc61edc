import type { BySide } from '../domain/decision.ts';
import type { DriftFeatureName, MeasuredDrift } from '../domain/drift.ts';
import type { ConfidenceLimits } from '../stats/combined.ts';
import type { AnswerPair, AnswerPairs } from './answer-pairs.ts';

/** A feature of the answers to one task, ready to be tested by swapping the two sides of a unit. */
export interface Feature {
  readonly feature: DriftFeatureName;
  readonly metric?: string;
  readonly prompts: number;
  /** That the statistic rests on. */
  readonly usedUnits: number;
  /** Greater is further from no difference. */
  readonly statistic: (signs: Int8Array) => number;
  readonly summary: () => Pick<MeasuredDrift, 'baseline' | 'candidate' | 'effect' | 'shares' | 'words'>;
  /** Of the size of the drift, whichever way it goes, on the prompts that were looked at. */
  readonly limits: ConfidenceLimits;
  /** The same with a share of further prompts of which nothing is known, each moved as far as can be. */
  readonly atWorst: (unseen: number) => ConfidenceLimits;
  readonly matters: number;
  /** Whether such an effect matters. */
  readonly isLarge: (effect: number) => boolean;
  /** Why too few prompts are looked at, if they are. */
  readonly tooFew: string;
}

/** What is read of both answers to a prompt; null where one cannot be read. */
export type ReadAnswer<T> = (answer: AnswerPair['baseline']) => T | null;

export interface Reading<T> {
  readonly feature: DriftFeatureName;
  readonly matters: number;
  readonly tooFew: string;
  readonly read: ReadAnswer<T>;
}

export interface ReadPair<T> extends BySide<T> {
  readonly unit: number;
}

/** Of prompts of which both answers can be read. */
export function readPairs<T>({ pairs }: AnswerPairs, read: ReadAnswer<T>): ReadPair<T>[] {
  return pairs.flatMap(({ unit, ...pair }) => {
    const [baseline, candidate] = [read(pair.baseline), read(pair.candidate)];
    return baseline === null || candidate === null ? [] : [{ unit, baseline, candidate }];
  });
}

/** One-sided: what is shown is an interval of 90 %, as everywhere. */
export const SHOWN_ALPHA = 0.05;

/** The effect with the interval that is shown of it. */
export const withInterval = (value: number, { lower, upper }: ConfidenceLimits): MeasuredDrift['effect'] => {
  const [low, high] = [lower(SHOWN_ALPHA), upper(SHOWN_ALPHA)];
  return {
    value,
    low: Number.isFinite(low) ? low : null,
    high: Number.isFinite(high) ? high : null,
  };
};

/** The size of a change that may go either way: below a limit is proven of both ways, beyond it of one (two one-sided tests, Schuirmann 1987). */
export const sizeOfChange = ({ lower, upper }: ConfidenceLimits): ConfidenceLimits => ({
  lower: (alpha) => Math.max(0, lower(alpha), -upper(alpha)),
  upper: (alpha) => Math.max(-lower(alpha), upper(alpha)),
});

/** Of a mean: prompts that were not seen move it by no more than their share of `most`. */
export const meanAtWorst =
  ({ lower, upper }: ConfidenceLimits, most: number): Feature['atWorst'] =>
  (unseen) =>
    unseen === 0
      ? { lower, upper }
      : {
          lower: (alpha) => Math.max(0, (1 - unseen) * lower(alpha) - unseen * most),
          upper: (alpha) => (1 - unseen) * upper(alpha) + unseen * most,
        };
