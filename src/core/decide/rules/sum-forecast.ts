import type { Policy } from '../../domain/gate.ts';
import { worseSign } from '../../domain/metric.ts';
import { mulberry32 } from '../../stats/random.ts';
import type { Weighed } from '../components.ts';
import type { FlipShares, MetricAhead } from '../forecast.ts';
import { binomialDraws } from '../forecast-in-order.ts';
import { estimateOfFlips } from '../hypothetical.ts';
import { baselineAhead, isFlipped, MOVES_UNKNOWN, PART_OF_BENCHMARK } from './change-forecast.ts';

/** Of sums, whose limits take a millisecond: the standard error of a share is at most 1.6 points. */
export const SUM_ROUNDS = 1000;

/** The metrics of a rule about several, drawn by how their answers flip: each independent of the others, as different tasks are. */
export function componentsAhead(metrics: readonly MetricAhead[], weights: readonly number[], policy: Policy) {
  if (!metrics.every(isFlipped)) return MOVES_UNKNOWN;
  if (policy.target.value === 'benchmark' && !metrics.every(({ isWhole }) => isWhole))
    return PART_OF_BENCHMARK;
  const drawing = (rates: readonly FlipShares[]): (() => readonly Weighed[]) => {
    const random = mulberry32(metrics.length);
    const draws = rates.map(({ worse, better }) => ({
      losses: binomialDraws(worse),
      wins: binomialDraws(better / (1 - worse)),
    }));
    return () =>
      metrics.flatMap((own, index): Weighed | readonly Weighed[] => {
        const { named, declaration, rows } = own;
        const draw = draws[index];
        const baseline = baselineAhead(own);
        if (draw === undefined || baseline === null) return [];
        const pairs = rows.length;
        const regressed = draw.losses(pairs, random());
        const improved = draw.wins(pairs - regressed, random());
        const estimate = estimateOfFlips(worseSign(declaration), { regressed, improved, pairs });
        return { named, weight: weights[index] ?? 1, baseline, estimate, metric: { declaration } };
      });
  };
  return { drawing };
}
