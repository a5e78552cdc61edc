import type { BySide } from '../domain/decision.ts';
import type { DriftFeatureName, MeasuredDrift } from '../domain/drift.ts';
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
  /** @param chance what the statistic comes to where sides are swapped at random */
  readonly summary: (
    chance: number,
  ) => Pick<MeasuredDrift, 'baseline' | 'candidate' | 'effect' | 'shares' | 'words'>;
  readonly matters: number;
  /** Whether such an effect matters. */
  readonly isLarge: (effect: number) => boolean;
  /** Why too few prompts are looked at, if they are. */
  readonly tooFew: string;
}

/** What is read of both answers to a prompt; null where one cannot be read. */
export type ReadAnswer<T> = (answer: AnswerPair['baseline']) => T | null;

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
