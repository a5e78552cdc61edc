import type { Every } from '../stats/columns.ts';
import type { Interval } from '../stats/interval.ts';
import type { Part } from '../stats/ratio.ts';
import type { Estimand } from './estimand.ts';
import type { MetricScores } from './scores.ts';

/** Scores that lie at the ends of their range, as right and wrong do. */

type ScoredMetric = Pick<MetricScores, 'declaration' | 'graded'>;

/** Whether every score is 0 or 1, where nothing between is worth telling from them. */
export function isZeroOrOne(metric: ScoredMetric, parts: Every<Part>): boolean {
  const { min, max } = metric.declaration.range;
  return min === 0 && max === 1 && endsOf(metric, parts) !== null;
}

/**
 * The ends of the range where every score lies at one of them and all count alike, so that they are 0/1 scores but for the unit; else
 * null.
 */
export function endsOf(metric: ScoredMetric, parts: Every<Part>): Interval | null {
  const ends = countableEnds(metric);
  return ends !== null && areAlike(parts) && parts.every((part) => isAtEnd(part, ends)) ? ends : null;
}

/**
 * The ends of the range where all that is given before a candidate answers lies at one of them and all units count alike: another
 * candidate's scores could all lie there too, and be counted.
 */
export function endsAround<Reading>(
  metric: ScoredMetric,
  units: Every<Reading>,
  { parts, given }: Estimand<Reading>,
): Interval | null {
  const ends = countableEnds(metric);
  if (ends === null) return null;
  const every = {
    every: (holds: (part: Part) => boolean) => units.every((unit) => parts(unit).every(holds)),
  };
  const isGiven = (unit: Reading) => given(unit).every((part) => isAtEnd(part, ends));
  return areAlike(every) && units.every(isGiven) ? ends : null;
}

/** Each unit of the candidate moved to an end of the range, unless it lies at the other one. */
export function movedTo<Reading>(
  end: keyof Interval,
  units: Every<Reading>,
  { low, high }: Interval,
  { withScore }: Estimand<Reading>,
): Every<Reading> {
  const [to, other] = end === 'low' ? [low, high] : [high, low];
  const moved = (part: Part): Part => {
    const { numerator, denominator } = part;
    return numerator === other * denominator ? part : { numerator: to * denominator, denominator };
  };
  return { every: (holds) => units.every((unit) => holds(withScore(unit, moved))) };
}

/** The range of scores that may be counted by its ends. */
function countableEnds({ declaration, graded }: ScoredMetric): Interval | null {
  const { kind, range } = declaration;
  const { min, max } = range;
  return graded || kind !== 'mean' || min === null || max === null || !(min < max)
    ? null
    : { low: min, high: max };
}

const isAtEnd = ({ numerator, denominator }: Part, { low, high }: Interval): boolean =>
  numerator === low * denominator || numerator === high * denominator;

/** Whether all count for as much. */
function areAlike(parts: Every<Part>): boolean {
  let size: number | null = null;
  return parts.every(({ denominator }) => {
    size ??= denominator;
    return denominator === size;
  });
}
