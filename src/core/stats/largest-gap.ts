import { type ConfidenceLimits, limitsOfSum } from './combined.ts';

/** What is known of one group's value. */
export interface GroupValue {
  readonly value: number;
  readonly limits: ConfidenceLimits;
}

/** Two groups whose values lie furthest apart, the greater one first; null with less than two. */
export function furthestApart<Group extends Pick<GroupValue, 'value'>>(
  groups: readonly Group[],
): readonly [Group, Group] | null {
  const [first, ...others] = groups;
  if (first === undefined || others.length === 0) return null;
  const greatest = others.reduce((most, group) => (group.value > most.value ? group : most), first);
  const least = others.reduce((few, group) => (group.value < few.value ? group : few), first);
  return greatest === least ? [first, others[0] ?? first] : [greatest, least];
}

/**
 * The largest difference between the true values of two groups. What is observed is too large on average, since chance spreads the groups
 * further; so that:
 * - it is less than something is proven of every pair at the level itself: the pair that is furthest apart is one of them, and no other
 *   matters (an intersection-union test, Berger 1982);
 * - it is greater is proven of one pair, whichever that is: each pair both ways at α / (k (k − 1)) (Bonferroni).
 *
 * Of a pair by square-and-add (Zou & Donner 2008). Assumes that no samples of two groups go down together where others go up.
 */
export function limitsOfLargestGap(groups: readonly GroupValue[]): ConfidenceLimits {
  const pairs = groups.length * (groups.length - 1);
  const most = (end: keyof ConfidenceLimits, alpha: number) => {
    // Each group's limits are the same in all of its pairs.
    const known = groups.map(({ value, limits }) => {
      const [low, high] = [limits.lower(alpha), limits.upper(alpha)];
      return { value, limits: { lower: () => low, upper: () => high } };
    });
    return known.reduce(
      (largest, one, index) =>
        known.reduce(
          (own, other, place) =>
            place === index ? own : Math.max(own, differenceOf(one, other)[end](alpha)),
          largest,
        ),
      0,
    );
  };
  return { lower: (alpha) => most('lower', alpha / pairs), upper: (alpha) => most('upper', alpha) };
}

const differenceOf = (one: GroupValue, other: GroupValue): ConfidenceLimits =>
  limitsOfSum([
    { source: 'one', weight: 1, ...one },
    { source: 'other', weight: -1, ...other },
  ]);
