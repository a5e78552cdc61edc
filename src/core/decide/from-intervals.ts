import type { DeltaEstimate } from '../domain/decision.ts';
import type { Policy } from '../domain/gate.ts';
import type { RecordedValue } from '../domain/history.ts';
import type { WorseSign } from '../domain/metric.ts';
import type { Verdict } from '../domain/verdict.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import type { Hypothesis } from './hypothesis.ts';

/** What a record keeps of an estimate: a value and how far it may be off to each side, at one sided error. */
export interface KnownInterval {
  readonly value: number;
  /** Standard errors of the normal distribution that has the interval's ends; to the lower and the upper side. */
  readonly below: number;
  readonly above: number;
}

/** Null where an end is not known. */
export function ofDelta(delta: DeltaEstimate | null): KnownInterval | null {
  if (delta === null || delta.low === null || delta.high === null) return null;
  const z = normalQuantile((1 + delta.level) / 2);
  return {
    value: delta.value,
    below: (delta.value - delta.low) / z,
    above: (delta.high - delta.value) / z,
  };
}

/** Null where there is no standard error, or one of 0: of samples that are all alike it says nothing of how far the value may be off. */
export const ofValue = (value: RecordedValue | null): KnownInterval | null =>
  value === null || value.stderr === null || !(value.stderr > 0)
    ? null
    : { value: value.value, below: value.stderr, above: value.stderr };

/**
 * What a gate comes to by an interval alone. At the level at which the interval was made this is the very test that made it, since
 * intervals here are inverted tests; at any other, and for a lean, its ends are taken for those of a normal distribution.
 */
export function decideByInterval(
  { sign, boundary }: Pick<Hypothesis, 'sign' | 'boundary'>,
  known: KnownInterval,
  { alpha, leanAlpha }: { readonly alpha: number; readonly leanAlpha: number },
): { readonly verdict: Verdict; readonly leaning: 'pass' | 'regression' | null } {
  const { value, better, worse } = degraded(known, sign);
  if (value + normalQuantile(1 - alpha) * worse < boundary) return { verdict: 'pass', leaning: null };
  if (value - normalQuantile(1 - alpha) * better > boundary) return { verdict: 'regression', leaning: null };
  const leansToPass = value + normalQuantile(1 - leanAlpha) * worse < boundary;
  return { verdict: 'inconclusive', leaning: leansToPass ? 'pass' : 'regression' };
}

const degraded = ({ value, below, above }: KnownInterval, sign: WorseSign) =>
  sign === 1 ? { value, better: below, worse: above } : { value: -value, better: above, worse: below };

/** Whether a blocking gate stops the merge, as `on_inconclusive` has it. */
export function blocksMerge(
  { verdict, leaning }: ReturnType<typeof decideByInterval>,
  onInconclusive: Policy['onInconclusive']['value'],
): boolean {
  if (verdict !== 'inconclusive') return verdict !== 'pass';
  return onInconclusive === 'block' || (onInconclusive === 'lean' && leaning !== 'pass');
}
