import { isZeroOrOne } from '../../compare/ends.ts';
import { alone, estimateOf } from '../../compare/estimate.ts';
import type { Estimate } from '../../domain/decision.ts';
import type { Change, Policy } from '../../domain/gate.ts';
import {
  type Ahead,
  balanced,
  type Fate,
  type FlipShares,
  type Forecasts,
  fateOfPairs,
  gaining,
  type MetricAhead,
  UNCHANGED,
} from '../forecast.ts';
import { fateOfLooks } from '../forecast-in-order.ts';
import type { Hypothesis } from '../hypothesis.ts';
import { plannedTarget } from '../sequential.ts';
import type { Rule } from './rule.ts';

/** Scores that flip between 0 and 1, of which a share can be assumed to; nobody knows how far others move. */
export function isFlipped({ declaration, isRepeated, stored }: MetricAhead): boolean {
  const { unit, kind, group_average: average } = declaration;
  if (unit !== 'rate' || kind !== 'mean' || average !== undefined || isRepeated) return false;
  return (
    stored === null ||
    isZeroOrOne(
      stored,
      stored.scores.flatMap(({ baseline }) => baseline ?? []),
    )
  );
}

export const MOVES_UNKNOWN = {
  missing: 'two runs that show how far its scores move by themselves: `weighbridge noise`',
} as const;

export const PART_OF_BENCHMARK = {
  missing: 'results, which say of how long a list its samples are a part',
} as const;

/** The baseline's value; a limit that is a share of it is widest where all is right. */
export function baselineAhead({ stored }: MetricAhead): Estimate | null {
  return stored === null ? { value: 1, stderr: null, n: 0 } : estimateOf(stored, alone('baseline'));
}

/** What becomes of candidates whose answers flip, under a limit on the change; of a gain also of those that gain twice as much. */
export function changeForecast(
  { limitSign, hypothesis }: Pick<Rule<'max_drop' | 'max_rise' | 'min_gain'>, 'limitSign' | 'hypothesis'>,
  limit: Change,
  { metrics: [own], evaluation }: Ahead,
  policy: Policy,
): Forecasts {
  if (!isFlipped(own)) return MOVES_UNKNOWN;
  if (policy.target.value === 'benchmark' && !own.isWhole) return PART_OF_BENCHMARK;
  const asked = hypothesis(limit, own.declaration, baselineAhead(own));
  if ('refusal' in asked) return [];
  const fate = (rates: FlipShares) =>
    evaluation === 'full'
      ? fateOfPairs(asked, own.rows.length, rates, policy, own.isWhole)
      : fateInOrder(asked, own, rates, policy);
  const unchanged = { of: UNCHANGED, fate: fate(balanced(own.discordance)) };
  if (limitSign === 1 || asked.margin === 0) return [unchanged];
  const twice = gaining(2 * asked.margin, own.discordance);
  return [unchanged, { of: 'candidates that gain twice as much', fate: fate(twice) }];
}

/** Bets on a benchmark end as all of it would, but for their error. */
function fateInOrder(asked: Hypothesis, own: MetricAhead, rates: FlipShares, policy: Policy): Fate {
  const { length } = own.rows;
  const { alpha, target } = policy;
  const planned = plannedTarget(asked, length, !own.isWhole, alpha.value, target.value);
  if (planned === 'population') return fateOfLooks(asked, length, rates, policy);
  const ofBenchmark = { ...policy, target: { ...target, value: planned } };
  return fateOfPairs(asked, length, rates, ofBenchmark, own.isWhole);
}
