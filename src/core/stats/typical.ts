import type { ExtraUnit, Sized } from './effective.ts';
import type { OneSidedTest } from './one-sided-test.ts';
import { mulberry32 } from './random.ts';

/** Up to so many units every part of them is taken. */
const MOST_EXACT = 12;
const DRAWN = 2000;
/** Flips of a coin in one random number. */
const COINS = 30;

/**
 * The means of parts of the units, in order: all parts of few units, else parts drawn by a coin a unit. The unknown mean lies below a
 * share of them that is uniform, whatever the units' sizes, if each unit's deviation is as likely to go either way; the same as flipping
 * the signs of deviations from a null value at random, which is Fisher's randomisation test, and it turns round into limits at once.
 * Hartigan 1969, "Using subsample values as typical values".
 */
export function typicalValues(units: Sized, extra: ExtraUnit | null): Float64Array {
  const { mean, parts } = partsOf(units, extra);
  const count = parts.length;
  const [excess, sizes] = [parts.map((part) => part.excess), parts.map((part) => part.size)];
  const isAll = count <= MOST_EXACT;
  const random = mulberry32(1);
  const found = new Float64Array(isAll ? 2 ** count - 1 : DRAWN);
  for (let part = 0; part < found.length; part += 1) {
    let [moved, size, coins] = [0, 0, isAll ? part + 1 : 0];
    for (let unit = 0; unit < count; unit += 1) {
      if (!isAll && unit % COINS === 0) coins = Math.floor(random() * 2 ** COINS);
      if ((coins >>> (isAll ? unit : unit % COINS)) & 1) {
        moved += excess[unit] ?? 0;
        size += sizes[unit] ?? 0;
      }
    }
    found[part] = mean + moved / size;
  }
  return found.filter(Number.isFinite).sort();
}

interface WeightedPart {
  readonly excess: number;
  readonly size: number;
}

/** In an order of their own: the same units in another order are the same. */
function partsOf({ values, sizes }: Sized, extra: ExtraUnit | null) {
  const [all, own] = [[...values], [...sizes]];
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const total = own.reduce((sum, size) => sum + size, 0);
  const largest = own.reduce((most, size) => Math.max(most, size), 0);
  const parts = all.map(
    (value, index): WeightedPart => ({
      excess: ((value - mean) / all.length) * total,
      size: own[index] ?? 0,
    }),
  );
  if (extra !== null) {
    const size = extra.weight * largest;
    parts.push({ excess: size * (extra.value - mean), size });
  }
  const furthest = parts.reduce((most, { excess }) => Math.max(most, Math.abs(excess)), 0);
  // In billionths, since sums of the same numbers differ by a hair.
  const rank = (x: number, of: number) => (of === 0 ? 0 : Math.round((1e9 * x) / of));
  const order = (a: WeightedPart, b: WeightedPart) =>
    rank(a.size, largest) - rank(b.size, largest) || rank(a.excess, furthest) - rank(b.excess, furthest);
  return { mean, parts: parts.sort(order) };
}

/** The units themselves count as one part that agrees with any null value, so that no p-value is 0. */
export function typicalTest(means: Float64Array, nullValue: number): OneSidedTest {
  // Sums in another order differ by rounding: ties must stay ties.
  const hair = 1e-11 * ((means.at(-1) ?? 0) - (means[0] ?? 0));
  const below = means.filter((mean) => mean <= nullValue + hair);
  const above = means.filter((mean) => mean >= nullValue - hair);
  const all = means.length + 1;
  return { statistic: null, pGreater: (below.length + 1) / all, pLess: (above.length + 1) / all };
}

/** Lower limit with one-sided error `alpha`; −∞ where there are too few parts to have one. */
export function typicalLower(means: Float64Array, alpha: number): number {
  const beyond = ruledOut(means, alpha);
  return beyond < 0 ? -Infinity : (means[beyond] ?? -Infinity);
}

export function typicalUpper(means: Float64Array, alpha: number): number {
  const beyond = ruledOut(means, alpha);
  return beyond < 0 ? Infinity : (means[means.length - 1 - beyond] ?? Infinity);
}

/** How many parts may lie beyond the limit, less one; −1 where none may. */
const ruledOut = ({ length }: Float64Array, alpha: number): number =>
  Math.max(-1, Math.ceil(alpha * (length + 1) - 1e-9) - 2);
