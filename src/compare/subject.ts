import type { Clusters } from '../stats/clustered.ts';
import type { Inference } from '../stats/inference.ts';
import type { Interval } from '../stats/interval.ts';
import { type Part, ratioDifferenceValues, ratioOfSums, ratioValues } from '../stats/ratio.ts';
import { sum } from '../stats/sum.ts';
import type { PairedScore, ScoredPart } from './scores.ts';

interface ScoredPair {
  readonly baseline: ScoredPart;
  readonly candidate: ScoredPart;
}

/** The number that a claim is about: how it is read from samples. */
export interface Subject<Reading> {
  /** Null where the sample lacks a score that is needed. */
  readonly read: (score: PairedScore) => Reading | null;
  /** The sample with its missing scores made up: the candidate's as `own`, the baseline's as `other`. */
  readonly fill: (score: PairedScore, own: Part, other: Part) => Reading;
  /** Of each side in question, the one that counts negatively first. */
  readonly parts: (reading: Reading) => readonly ScoredPart[];
  /** One number a cluster, whose mean is the number in question. */
  readonly values: (clusters: Clusters<Reading>) => number[];
  /** The cluster's own value, to see which clusters are alike. */
  readonly unitValue: (cluster: readonly Reading[]) => number;
  /** How far one unit can be out when scores lie in `bounds`. */
  readonly extremes: (bounds: Interval) => Interval;
  /** For independent scores of 0 or 1. */
  readonly exact: { readonly method: 'tango' | 'clopper-pearson'; readonly infer: ExactInference<Reading> };
}

type ExactInference<Reading> = (readings: readonly Reading[]) => { value: number; inference: Inference };

/** candidate − baseline. */
export const DELTA: Subject<ScoredPair> = {
  read: ({ baseline, candidate }) =>
    baseline === null || candidate === null ? null : { baseline, candidate },
  fill: ({ baseline, candidate }, own, other) => ({
    baseline: baseline ?? other,
    candidate: candidate ?? own,
  }),
  parts: ({ baseline, candidate }) => [baseline, candidate],
  values: ratioDifferenceValues,
  unitValue: (cluster) =>
    ratioOfSums(cluster.map((pair) => pair.candidate)) - ratioOfSums(cluster.map((pair) => pair.baseline)),
  extremes: ({ low, high }) => ({ low: low - high, high: high - low }),
  exact: {
    method: 'tango',
    infer: (pairs) => {
      const rose = pairs.filter((pair) => pair.candidate.numerator > pair.baseline.numerator).length;
      const fell = pairs.filter((pair) => pair.candidate.numerator < pair.baseline.numerator).length;
      const counts = { rose, fell, pairs: pairs.length };
      return { value: (rose - fell) / pairs.length, inference: { kind: 'tango', counts } };
    },
  },
};

/** The candidate's own value. */
export const CANDIDATE: Subject<ScoredPart> = {
  read: ({ candidate }) => candidate,
  fill: ({ candidate }, own) => candidate ?? own,
  parts: (part) => [part],
  values: ratioValues,
  unitValue: ratioOfSums,
  extremes: (bounds) => bounds,
  exact: {
    method: 'clopper-pearson',
    infer: (parts) => {
      const events = sum(parts.map((part) => part.numerator));
      const n = parts.length;
      return { value: events / n, inference: { kind: 'binomial', events, n } };
    },
  },
};
