import type { DeltaEstimate } from './decision.ts';
import type { MetricUnit } from './metric.ts';
import type { Verdict } from './verdict.ts';

/** One of several candidates, judged against the one baseline that all of them have. */
export interface JudgedCandidate {
  /** As it was named. */
  readonly candidate: string;
  /** Where its own verdict file lies. */
  readonly folder: string;
  /** By itself, as `weighbridge gate` on it alone says. */
  readonly verdict: Verdict;
  readonly blocked: boolean;
  readonly summary: string;
  /** As one of so many: every error rate divided by their number. */
  readonly among: { readonly verdict: Verdict; readonly blocked: boolean };
  /** What candidates are ranked by, with the interval that holds for all of them together; null where there is none. */
  readonly change: (DeltaEstimate & { readonly unit: MetricUnit }) | null;
}

/** `candidates.json`. */
export interface JudgedCandidates {
  readonly schemaVersion: 1;
  readonly baseline: string;
  /** Id of the gate whose change ranks; null where no gate of theirs has one. */
  readonly rankedBy: string | null;
  /** The best candidate that nothing blocks, by itself and among all; null where everything is blocked. */
  readonly selected: string | null;
  /** Whether every blocking gate is proven to hold of the selected one, as one of so many; false where none is selected. */
  readonly proven: boolean;
  readonly exitCode: number;
  /** In the order in which they were named. */
  readonly candidates: readonly JudgedCandidate[];
}
