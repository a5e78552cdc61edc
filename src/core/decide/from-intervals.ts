import type { ImputedEstimate } from '../compare/imputed-estimate.ts';
import { estimateOfKept } from '../compare/kept-estimate.ts';
import type { DeltaEstimate, MetricBasis } from '../domain/decision.ts';
import type { KeptEstimate } from '../domain/kept-estimate.ts';
import type { Inference } from '../stats/inference.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import type { Hypothesis } from './hypothesis.ts';

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

type Counts = { readonly rose: number; readonly fell: number; readonly pairs: number };
type Events = { readonly events: number; readonly n: number };

/**
 * The estimate that a recorded interval was made of, by its counts or by what else was kept of it: it is the same, whatever is asked of it.
 * @returns null where neither was kept
 */
export function estimateFrom(
  { value, method }: DeltaEstimate,
  counts: MetricBasis['counts'][keyof MetricBasis['counts']],
  kept: KeptEstimate | null,
  n: number,
): ImputedEstimate | null {
  if (counts === null)
    return kept === null
      ? null
      : estimateOfKept(kept, { value, method: method as ImputedEstimate['method'], n });
  const at = (own: Counts | Events) => ({ value: rateOf(own), inference: inferenceOf(own) });
  return {
    method: 'events' in counts.lowest ? 'clopper-pearson' : 'tango',
    ...{ value, n, sparse: false, lowest: at(counts.lowest), highest: at(counts.highest) },
  };
}

const inferenceOf = (counts: Counts | Events): Inference =>
  'events' in counts ? { kind: 'binomial', ...counts } : { kind: 'tango', counts };

/** With missing scores completed. */
const rateOf = (counts: Counts | Events): number =>
  'events' in counts ? counts.events / counts.n : (counts.rose - counts.fell) / counts.pairs;

/**
 * What an interval proves of a limit: intervals here are inverted tests, so that at its own level it says what the test would. At a stricter
 * one it proves nothing, and leaves undecided what it did; at a laxer one the other way round.
 * @returns null where it does not tell
 */
export function provenBy(
  { low, high, level }: DeltaEstimate,
  { sign, boundary }: Hypothesis,
  alpha: number,
): 'pass' | 'regression' | 'inconclusive' | null {
  if (low === null || high === null) return null;
  const [best, worst] = sign === 1 ? [low, high] : [-high, -low];
  const own = (1 - level) / 2;
  const isProof = own <= alpha * (1 + 1e-9);
  if (worst < boundary) return isProof ? 'pass' : null;
  if (best > boundary) return isProof ? 'regression' : null;
  return alpha <= own * (1 + 1e-9) ? 'inconclusive' : null;
}
