import { clopperPearsonLower, clopperPearsonUpper } from '../../../src/core/stats/clopper-pearson.ts';
import { type GroupValue, limitsOfLargestGap } from '../../../src/core/stats/largest-gap.ts';
import { mulberry32 } from '../../../src/core/stats/random.ts';

interface AtGap {
  readonly rates: readonly number[];
  readonly n: number;
}

/** How often each claim is made where the true gap is exactly the limit, and how much too large the observed one is on average. */
export function errorsAtGap({ rates, n }: AtGap, rounds: number) {
  const random = mulberry32(20);
  const limit = Math.max(...rates) - Math.min(...rates);
  const known = new Map<number, GroupValue>();
  const groupOf = (events: number): GroupValue => {
    const found = known.get(events) ?? {
      value: events / n,
      limits: {
        lower: (alpha: number) => clopperPearsonLower(events, n, alpha),
        upper: (alpha: number) => clopperPearsonUpper(events, n, alpha),
      },
    };
    known.set(events, found);
    return found;
  };
  const drawn = (rate: number) => {
    let events = 0;
    for (let index = 0; index < n; index += 1) events += random() < rate ? 1 : 0;
    return events;
  };
  let [passes, regressions, excess] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const groups = rates.map((rate) => groupOf(drawn(rate)));
    const limits = limitsOfLargestGap(groups);
    passes += limits.upper(0.05) < limit ? 1 : 0;
    regressions += limits.lower(0.05) > limit ? 1 : 0;
    const values = groups.map(({ value }) => value);
    excess += Math.max(...values) - Math.min(...values) - limit;
  }
  return { passes: passes / rounds, regressions: regressions / rounds, excess: excess / rounds };
}
