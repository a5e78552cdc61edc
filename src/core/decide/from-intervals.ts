import type { ImputedEstimate } from '../compare/imputed-estimate.ts';
import type { DeltaEstimate, MetricBasis } from '../domain/decision.ts';
import type { Inference } from '../stats/inference.ts';
import { normalQuantile } from '../stats/special/normal.ts';

/** How far an estimate may be off to each side, as standard errors of the normal distribution that has its interval's ends. */
interface KnownErrors {
  readonly below: number;
  readonly above: number;
}

/** Null where an end is not known, or lies on the value: of samples that are all alike that says nothing of how far it may be off. */
export function errorsOf({ value, low, high, level }: DeltaEstimate): KnownErrors | null {
  if (low === null || high === null) return null;
  const z = normalQuantile((1 + level) / 2);
  const errors = { below: (value - low) / z, above: (high - value) / z };
  return errors.below > 0 && errors.above > 0 ? errors : null;
}

/**
 * The estimate that a recorded interval was made of. Where that was one of counts, by these: then it is the same, whatever is asked of it.
 * Otherwise, at the level at which the interval was made, to prove something by it is the very test that made it, since intervals
 * here are inverted tests; at any other, and for a lean, its ends are taken for those of a normal distribution.
 * @returns null where nothing follows
 */
export function estimateFrom(
  interval: DeltaEstimate | null,
  counts: MetricBasis['counts'][keyof MetricBasis['counts']],
  n: number,
): ImputedEstimate | null {
  if (interval === null) return null;
  const errors = errorsOf(interval);
  const { value } = interval;
  const known = (end: 'lowest' | 'highest'): Inference | null => {
    if (counts !== null) return inferenceOf(counts[end]);
    if (errors === null) return null;
    const stderr = end === 'lowest' ? errors.below : errors.above;
    return { kind: 'normal', estimate: { value, stderr } };
  };
  const [lowest, highest] = [known('lowest'), known('highest')];
  if (lowest === null || highest === null) return null;
  return {
    method: lowest.kind === 'binomial' ? 'clopper-pearson' : lowest.kind === 'tango' ? 'tango' : 'unpaired z',
    ...{ value, n, sparse: false },
    lowest: { value: completedValue(lowest, value), inference: lowest },
    highest: { value: completedValue(highest, value), inference: highest },
  };
}

type Counts = { readonly rose: number; readonly fell: number; readonly pairs: number };

const inferenceOf = (counts: Counts | { readonly events: number; readonly n: number }): Inference =>
  'events' in counts ? { kind: 'binomial', ...counts } : { kind: 'tango', counts };

/** With missing scores completed. */
function completedValue(inference: Inference, otherwise: number): number {
  if (inference.kind === 'binomial') return inference.events / inference.n;
  if (inference.kind !== 'tango') return otherwise;
  const { rose, fell, pairs } = inference.counts;
  return (rose - fell) / pairs;
}
