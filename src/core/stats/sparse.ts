import { ordered } from './columns.ts';
import { effectiveSize, type Sized } from './effective.ts';
import { sum } from './sum.ts';

/** Units far from the middle, up to which they are too few to say how often a unit lies there, and from which on they are enough. */
const FEWEST_FAR = 10;
const ENOUGH_FAR = 26;

/** Share of a range beyond which a value lies far from the middle; and within which two values are one. */
const FAR = 1 / 4;
const TIE = 1e-9;

/** Without a range one more unit lies so many times as far out as any that was seen: once was too hopeful (docs/explanation/calibration.md). */
const AS_FAR_AGAIN = 2;

/**
 * How much one more unit weighs, as a share of the heaviest, that is counted because too few lie far from the middle for the mean to be
 * normal: all of it where no more than ten lie further than a quarter of the score's range R from the median, nothing where 26 do. A mean
 * of scores that move a little says nothing of the few that collapse, since none of these need have been drawn. At the worst possible value
 * that unit bounds a mean of n that are all alike to within 2.6 R/(n + 1) of them, as Tango's test and the rule of three do for rates.
 * Units of unequal size are counted by their share of the effective number, so that ten feathers beside a stone are few.
 *
 * It fades in steps of 1/16, since a loss of R/4 adds R²/16 to the squares: one more loss takes away no more of the unit than it brings
 * itself, so that losing more never lets a merge pass that losing less blocked.
 */
export function extraWeight(units: Sized, range: number): number {
  const all = columnsOf(units);
  const middle = medianOf(all);
  return weightOf(all, (value) => Math.abs(value - middle) > (FAR + TIE) * range);
}

/**
 * The same of scores without a range: the unit that moves the mean furthest from its median gives the range, of which it is the half.
 * @returns the weight of the one more unit, and its own value at either end
 */
export function tailOf(units: Sized): {
  readonly weight: number;
  readonly low: number;
  readonly high: number;
} {
  const all = columnsOf(units);
  const middle = medianOf(all);
  let [reach, largest] = [0, 0];
  for (const [index, value] of all.values.entries()) {
    const size = all.sizes[index] ?? 0;
    reach = Math.max(reach, size * Math.abs(value - middle));
    largest = Math.max(largest, size);
  }
  const weight = weightOf(all, (value, size) => size * Math.abs(value - middle) > 2 * FAR * reach);
  return {
    weight,
    low: middle - (AS_FAR_AGAIN * reach) / largest,
    high: middle + (AS_FAR_AGAIN * reach) / largest,
  };
}

interface Columns {
  readonly values: Float64Array;
  readonly sizes: Float64Array;
}

/** Without those that count for nothing, such as an empty document, which have no value. */
function columnsOf(units: Sized): Columns {
  if (units.values instanceof Float64Array && units.sizes instanceof Float64Array) {
    const { values, sizes } = units;
    if (sizes.length === values.length && sizes.every((size) => size > 0)) return { values, sizes };
  }
  const [values, sizes] = [new Float64Array(units.values.length), new Float64Array(units.values.length)];
  let count = 0;
  for (let index = 0; index < values.length; index += 1) {
    const size = units.sizes[index] ?? 0;
    if (!(size > 0)) continue;
    values[count] = units.values[index] as number;
    sizes[count] = size;
    count += 1;
  }
  return { values: values.subarray(0, count), sizes: sizes.subarray(0, count) };
}

function weightOf({ values, sizes }: Columns, isFar: (value: number, size: number) => boolean): number {
  let [far, total] = [0, 0];
  for (let index = 0; index < values.length; index += 1) {
    const [value, size] = [values[index] ?? 0, sizes[index] ?? 0];
    total += size;
    if (isFar(value, size)) far += size;
  }
  const count = total === 0 ? 0 : (effectiveSize(sizes) * far) / total;
  return Math.min(1, Math.max(0, (ENOUGH_FAR - count) / (ENOUGH_FAR - FEWEST_FAR)));
}

/** Half of all weight lies on either side; the middle of two values that both are such. */
function medianOf({ values, sizes }: Columns): number {
  const isEven = sizes.every((size) => size === sizes[0]);
  if (isEven) {
    const sorted = values.slice().sort();
    const last = sorted.length - 1;
    return ((sorted[last >> 1] ?? 0) + (sorted[(last + 1) >> 1] ?? 0)) / 2;
  }
  const order = ordered(values);
  const half = sum(sizes) / 2;
  let below = 0;
  for (const [rank, index] of order.entries()) {
    const value = values[index] ?? 0;
    below += sizes[index] ?? 0;
    if (Math.abs(below - half) <= TIE * half)
      return (value + (values[order[rank + 1] ?? index] ?? value)) / 2;
    if (below > half) return value;
  }
  return Number.NaN;
}
