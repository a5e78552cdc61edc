import type { RecordedRun } from '../domain/history.ts';
import { worseSign } from '../domain/metric.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import type { Trend, TrendPoint } from './trend.ts';

/** A metric that rose over the first rounds and does not rise any more. */
export interface Plateau {
  readonly trend: Trend;
  /** So many rounds, the newest last. */
  readonly rounds: number;
  /** Since which one. */
  readonly since: RecordedRun;
  /** What the rounds before gained, and what those since gained at most (95 %); metric's unit, plus is better. */
  readonly gained: number;
  readonly atMost: number;
}

/** Rounds after which people ask whether another one pays. */
const ROUNDS = 4;
/** Of what was gained before: less than this in as many rounds is no gain to go on for. */
const SHARE = 0.25;
const ALPHA = 0.05;

/**
 * Trends of which a gain is proven up to a round, and of which the last rounds rule out more than a quarter of it. Two rounds are taken for
 * independent, as in `trendsOf`: of the same samples they are surer than is said, so that a plateau is told late rather than early.
 * @param trends of the metrics that should gain
 */
export function plateausOf(trends: readonly Trend[]): readonly Plateau[] {
  const z = normalQuantile(1 - ALPHA / Math.max(1, trends.length));
  return trends.flatMap((trend) => {
    const points = trend.points.slice(trend.points.length - trend.alike);
    const [first, since, last] = [points[0], points.at(-ROUNDS), points.at(-1)];
    if (first === undefined || since === undefined || last === undefined || points.length <= ROUNDS)
      return [];
    const [before, after] = [gain(first, since, trend), gain(since, last, trend)];
    if (before === null || after === null || before.value - z * before.error <= 0) return [];
    const atMost = after.value + z * after.error;
    return atMost >= SHARE * before.value
      ? []
      : [{ trend, rounds: ROUNDS, since: since.run, gained: before.value, atMost }];
  });
}

function gain(from: TrendPoint, to: TrendPoint, { direction }: Trend) {
  if (from.stderr === null || to.stderr === null) return null;
  return {
    value: -worseSign({ direction }) * (to.value - from.value),
    error: Math.hypot(from.stderr, to.stderr),
  };
}
