import type { RelativeLimit } from '../compare/estimand.ts';
import type { Imputation, ImputedEstimate } from '../compare/imputed-estimate.ts';
import type { WorseSign } from '../domain/metric.ts';
import type { Inference } from '../stats/inference.ts';

/**
 * What a gate asks, with direction, relative limits and logarithmic scales worked out: whether the degradation of the
 * estimand is less than `boundary`.
 */
export interface Hypothesis {
  /** The candidate − baseline difference, or the candidate's own value; on the judged scale. */
  readonly estimand: 'delta' | 'candidate';
  /** Turns the estimand, and the limits that are known of it, so that plus is worse. */
  readonly sign: WorseSign;
  /** The degradation from which on the candidate is unsafe; below 0 where an improvement is asked for. */
  readonly boundary: number;
  /** Where the boundary is a share of the baseline's own value; absent where it is a size, or a ratio on a logarithmic scale. */
  readonly relative?: RelativeLimit;
  /** The limit in the metric's own unit. */
  readonly margin: number;
  /** The size of the limit on the judged scale, against which uncertainty is measured. */
  readonly tolerance: number;
  /** What a pass proves, such as `a drop of 2 pp or more`, said as what is ruled out. */
  readonly forbidden: string;
}

/** Otherwise why the gate's question makes no sense for the metric. */
export type HypothesisOrRefusal = Hypothesis | { readonly refusal: string };

/** The same question, of samples over which the baseline has another value. */
export function onSamplesOf(hypothesis: Hypothesis, baseline: number): Hypothesis {
  const { relative, boundary } = hypothesis;
  if (relative === undefined) return hypothesis;
  const own = (boundary * baseline) / relative.baseline;
  return { ...hypothesis, boundary: own, tolerance: Math.abs(own), relative: { ...relative, baseline } };
}

/** What the samples say with the sign turned so that plus is worse: the only form in which a hypothesis is tested. */
export interface Degradation extends Pick<ImputedEstimate, 'method' | 'value' | 'n' | 'stderr'> {
  /** With missing scores as good as can be: what a regression has to follow from. Null where nothing follows. */
  readonly best: Imputation | null;
  /** With missing scores as bad as can be: what a pass has to follow from. */
  readonly worst: Imputation | null;
}

/** How near counts as on the boundary, for limits such as 0.1 + 0.2: a billionth of a sample. */
export const slackOf = (n: number): number => 1e-9 / n;

/** The one door through which estimates come to be judged. */
export function degradationOf({ lowest, highest, ...facts }: ImputedEstimate, sign: WorseSign): Degradation {
  if (sign === 1) return { ...facts, best: lowest, worst: highest };
  return { ...facts, value: -facts.value, best: negated(highest), worst: negated(lowest) };
}

function negated(imputation: Imputation | null): Imputation | null {
  if (imputation === null) return null;
  return { value: -imputation.value, inference: turned(imputation.inference) };
}

function turned(inference: Inference): Inference {
  if (inference.kind !== 'between') return { kind: 'negated', of: inference };
  const { of, low, high } = inference;
  return { kind: 'between', of: turned(of), low: turned(high), high: turned(low) };
}

/** Pairs of 0/1 scores that a degradation counts; null where it is about something else. */
export function flipsOf(
  inference: Inference,
): { readonly regressed: number; readonly improved: number; readonly pairs: number } | null {
  if (inference.kind === 'tango') {
    const { rose, fell, pairs } = inference.counts;
    return { regressed: rose, improved: fell, pairs };
  }
  if (inference.kind === 'scaled') return flipsOf(inference.of);
  const turned = inference.kind === 'negated' ? flipsOf(inference.of) : null;
  return turned === null ? null : { ...turned, regressed: turned.improved, improved: turned.regressed };
}
