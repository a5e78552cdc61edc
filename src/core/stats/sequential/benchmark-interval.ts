import type { Interval } from '../interval.ts';
import { BenchmarkGate, type BenchmarkGateOptions } from './benchmark-gate.ts';

/** One sample in the order of the draws, as the gate takes it. */
export interface Drawn {
  readonly stratum: number;
  readonly flipped: boolean;
  readonly weights: Float64Array | null;
}

/** Limits are searched for until they are known to a hundredth of a basis point, and then rounded outwards. */
const RESOLUTION = 1e-6;

/**
 * The confidence sequence that belongs to `BenchmarkGate`: every delta of the full run that its bets do not rule out, each
 * side with error `alpha` over all looks. Waudby-Smith & Ramdas 2024, section 4.
 *
 * Evidence falls as the boundary rises, since the bets' sizes do not depend on it but for caps that keep this order, so that
 * each limit is found by bisection, replaying the samples at every step. It agrees with the gate: a pass puts the lower
 * limit at the boundary or above it. What the samples still to come cannot change is never outside of it.
 */
export function benchmarkInterval(options: BenchmarkGateOptions, seen: readonly Drawn[]): Interval {
  const at = (boundary: number) => {
    const gate = new BenchmarkGate({ ...options, boundary });
    for (const { stratum, flipped, weights } of seen) gate.add(stratum, flipped, weights);
    return gate;
  };
  const own = at(options.boundary);
  const { low, high } = own.certain;
  const inside = Math.min(high, Math.max(low, options.boundary));
  return {
    low: lastThat(
      (boundary) => at(boundary).verdict === 'pass',
      own.verdict === 'pass' ? inside : low,
      own.verdict === 'pass' ? high : inside,
    ),
    high: lastThat(
      (boundary) => at(boundary).verdict === 'regression',
      own.verdict === 'regression' ? inside : high,
      own.verdict === 'regression' ? low : inside,
    ),
  };
}

/** The point next to where a condition ends, on the side of `holding`, where it holds. */
function lastThat(condition: (x: number) => boolean, holding: number, other: number): number {
  let [held, failed] = [holding, other];
  while (Math.abs(failed - held) > RESOLUTION) {
    const middle = (held + failed) / 2;
    if (condition(middle)) held = middle;
    else failed = middle;
  }
  return held;
}
