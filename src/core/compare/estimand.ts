import type { Units } from '../stats/clustered.ts';
import { type Every, forEachOf, type Keep, type Numbers } from '../stats/columns.ts';
import { type Inference, scaled } from '../stats/inference.ts';
import type { Interval } from '../stats/interval.ts';
import {
  addPairs,
  addParts,
  keepPairs,
  keepParts,
  type PairedPart,
  type Part,
  ratioDifferenceValues,
  ratioOfSums,
  ratioValues,
} from '../stats/ratio.ts';
import type { PairedScore, PairedScores } from './score-table.ts';

/** The number that a hypothesis is about: how it is read from samples. */
export interface Estimand<Reading> {
  /** Null where the sample lacks a score that is needed. */
  readonly read: (score: PairedScore) => Reading | null;
  /** The same by the sides in question, the one that counts negatively first. */
  readonly sides: readonly ReadPart[];
  /** The sample with its missing scores made up: the candidate's as `own`, the baseline's as `other`. */
  readonly fill: (score: PairedScore, own: Part, other: Part) => Reading;
  /** Of each side in question, the one that counts negatively first. */
  readonly parts: (reading: Reading) => readonly Part[];
  /** Those of them that are the same for every candidate. */
  readonly given: (reading: Reading) => readonly Part[];
  /** The same with another score of the candidate. */
  readonly withScore: (reading: Reading, of: (part: Part) => Part) => Reading;
  /** Two samples of one cluster as one; of metrics that are sums. */
  readonly add: (left: Reading, right: Reading) => Reading;
  /** Where such sums are kept. */
  readonly keep: Keep<Reading>;
  /** One number a unit, whose mean is the number in question. */
  readonly values: (units: Units<Reading>) => Numbers;
  /** What the unit counts for in that mean. */
  readonly size: (unit: Reading) => number;
  /** The unit's own value, to see which units are alike. */
  readonly unitValue: (unit: Reading) => number;
  /** How far one unit can be out when scores lie in `bounds`. */
  readonly extremes: (bounds: Interval) => Interval;
  /** For independent scores of 0 or 1, all of one weight. */
  readonly exact: { readonly method: 'tango' | 'clopper-pearson'; readonly infer: ExactInference<Reading> };
}

/** @param ends the two values that all scores have */
type ExactInference<Reading> = (
  readings: Every<Reading>,
  ends: Interval,
) => { readonly value: number; readonly inference: Inference };

/** A sample's score on one side; null where it has none. */
export type ReadPart = (score: PairedScore) => Part | null;

/** A side of the samples that both sides have a score for, so that the sides' values differ by exactly the delta. */
export const PAIRED = {
  baseline: ({ baseline, candidate }) => (candidate === null ? null : baseline),
  candidate: ({ baseline, candidate }) => (baseline === null ? null : candidate),
} satisfies Record<string, ReadPart>;

/** candidate − baseline. */
export const DELTA: Estimand<PairedPart> = {
  read: ({ baseline, candidate }) =>
    baseline === null || candidate === null ? null : { baseline, candidate },
  sides: [PAIRED.baseline, PAIRED.candidate],
  fill: ({ baseline, candidate }, own, other) => ({
    baseline: baseline ?? other,
    candidate: candidate ?? own,
  }),
  parts: ({ baseline, candidate }) => [baseline, candidate],
  given: ({ baseline }) => [baseline],
  withScore: ({ baseline, candidate }, of) => ({ baseline, candidate: of(candidate) }),
  add: addPairs,
  keep: keepPairs,
  values: ratioDifferenceValues,
  size: ({ baseline, candidate }) => baseline.denominator + candidate.denominator,
  unitValue: ({ baseline, candidate }) => ratioOfSums([candidate]) - ratioOfSums([baseline]),
  extremes: ({ low, high }) => ({ low: low - high, high: high - low }),
  exact: {
    method: 'tango',
    infer: (readings, { low, high }) => {
      const counts = countMoves(readings);
      const { rose, fell, pairs } = counts;
      const width = high - low;
      return {
        value: (width * (rose - fell)) / pairs,
        inference: scaled({ kind: 'tango', counts }, width, 0),
      };
    },
  },
};

/** A limit that is a share of the baseline's value, which is itself only known from the samples. */
export interface RelativeLimit {
  /** What the baseline's value is multiplied by at the limit: 0.95 where 5 % may be lost. */
  readonly factor: number;
  /** The baseline's value over the samples. */
  readonly baseline: number;
}

/**
 * The same number, moved by samples as candidate − factor · baseline is, plus what makes it the delta: that it reaches
 * (factor − 1) · baseline says that the former reaches 0, pair by pair, so that the baseline's own uncertainty counts. A limit whose size
 * is taken as known is wrong more often than it says.
 */
export function relativeDelta({ factor, baseline }: RelativeLimit): Estimand<PairedPart> {
  const moved = (factor - 1) * baseline;
  return {
    ...DELTA,
    values: (units) => ratioDifferenceValues(units, factor),
    unitValue: ({ baseline: before, candidate }) =>
      ratioOfSums([candidate]) - factor * ratioOfSums([before]) + moved,
    extremes: ({ low, high }) => ({
      low: low - Math.max(factor * low, factor * high) + moved,
      high: high - Math.min(factor * low, factor * high) + moved,
    }),
  };
}

const readCandidate: ReadPart = ({ candidate }) => candidate;

/** The candidate's own value. */
export const CANDIDATE: Estimand<Part> = {
  read: readCandidate,
  sides: [readCandidate],
  fill: ({ candidate }, own) => candidate ?? own,
  parts: (part) => [part],
  given: () => [],
  withScore: (part, of) => of(part),
  add: addParts,
  keep: keepParts,
  values: ratioValues,
  size: ({ denominator }) => denominator,
  unitValue: (unit) => ratioOfSums([unit]),
  extremes: (bounds) => bounds,
  exact: {
    method: 'clopper-pearson',
    infer: (readings, { low, high }) => {
      let [events, n] = [0, 0];
      forEachOf(readings, ({ numerator, denominator }) => {
        events += numerator === high * denominator ? 1 : 0;
        n += 1;
      });
      const width = high - low;
      return {
        value: low + (width * events) / n,
        inference: scaled({ kind: 'binomial', events, n }, width, low),
      };
    },
  },
};

/** What the number is read from. */
export function valuesOfEstimand<Reading>(
  scores: PairedScores,
  { read }: Pick<Estimand<Reading>, 'read'>,
): Every<Reading> {
  return {
    every: (holds) =>
      scores.every((score) => {
        const reading = read(score);
        return reading === null || holds(reading);
      }),
  };
}

/** Every score that it is read from. */
export function scoredParts<Reading>(scores: PairedScores, estimand: Estimand<Reading>): Every<Part> {
  return partsOf(valuesOfEstimand(scores, estimand), estimand);
}

/** The parts of all readings, one after the other. */
export function partsOf<Reading>(
  readings: Every<Reading>,
  { parts }: Pick<Estimand<Reading>, 'parts'>,
): Every<Part> {
  return { every: (holds) => readings.every((reading) => parts(reading).every(holds)) };
}

/** Pairs of 0/1 scores by how they changed. */
export function countMoves(readings: Every<PairedPart>): { rose: number; fell: number; pairs: number } {
  const counts = { rose: 0, fell: 0, pairs: 0 };
  forEachOf(readings, ({ baseline, candidate }) => {
    if (candidate.numerator > baseline.numerator) counts.rose += 1;
    if (candidate.numerator < baseline.numerator) counts.fell += 1;
    counts.pairs += 1;
  });
  return counts;
}
