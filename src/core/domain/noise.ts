import type { Mismatch } from './decision.ts';
import type { Gate } from './gate.ts';
import type { MetricUnit } from './metric.ts';
import type { Verdict } from './verdict.ts';

/** What a gate does to a model that did not change. */
export interface GateNoise {
  readonly gate: string;
  readonly tier: Gate['tier'];
  /** Of the gate's metrics the one with the fewest. */
  readonly pairs: number;
  /** Share of samples that flip, as assumed for the figures; null where the gate is not on paired 0/1 scores. */
  readonly discordance: { readonly value: number; readonly from: 'measured' | 'assumed' } | null;
  /** Whether the gate asks for a gain, so that it is right to block a model that did not change. */
  readonly wantsGain: boolean;
  /** Probability that an unchanged model is blocked; null with a reason. */
  readonly falseBlockRate: number | null;
  readonly by: 'enumeration' | 'simulation' | null;
  /** Standard error of the rate, 0 by enumeration; null without a rate. */
  readonly stderr: number | null;
  /**
   * Limits below this do not certify an unchanged model nine times out of ten; gains that exceed their limit by less are not
   * certified as often. Metric's unit, null where unknown.
   */
  readonly provableLimit: number | null;
  readonly reason: string | null;
}

/** Probability that the suite blocks an unchanged model, over the blocking gates that have a rate. */
export interface SuiteNoise {
  /** Simulated, all gates on the same draws. */
  readonly value: number;
  readonly stderr: number;
  readonly rounds: number;
  /** The same without gates that ask for a gain; null where there is no other. */
  readonly withoutGains: number | null;
  /** At least that of the worst gate, at most the sum of all, however they hang together. */
  readonly atLeast: number;
  readonly atMost: number;
}

export interface Noise {
  readonly schemaVersion: 1;
  /** The policy's own verdict on the second run against the first, without gates that want a gain. */
  readonly verdict: Verdict;
  readonly blocked: boolean;
  readonly reasons: readonly string[];
  readonly comparability: readonly Mismatch[];
  readonly metrics: readonly MetricNoise[];
  readonly gates: readonly GateNoise[];
  /** Null without any. */
  readonly falseBlockRate: SuiteNoise | null;
}

/** How much one metric differs between two runs of one model. */
export interface MetricNoise {
  readonly task: string;
  readonly metric: string;
  readonly filter: string | null;
  readonly unit: MetricUnit;
  /** Answers to each sample of one run, where these show the noise and there is no second run; absent elsewhere. */
  readonly answers?: number;
  readonly pairs: number;
  /** Samples whose score is another in the second run: flips, for scores of 0 or 1; flaky ones, by several answers. */
  readonly changed: number;
  /** Largest change of one sample's score, on the judged scale; null without pairs, and where samples have no score. */
  readonly largest: number | null;
  /** Standard error of the difference of the two runs, in the metric's unit; null where no spread was seen. */
  readonly stderr: number | null;
}
