import type { AggregateFunction, ResampledValue } from '../metrics/corpus/aggregate.ts';
import { areMany, goesByKinds, type Statistic } from '../stats/bootstrap.ts';
import { ordered } from '../stats/columns.ts';
import { kindsOfUnits, type SampleUnits } from './corpus-units.ts';

/** One side's samples by unit, and the metric as a function of samples. */
export interface ResampledSide {
  readonly units: SampleUnits;
  readonly over: AggregateFunction;
}

/**
 * The metric on all samples of a side, and without each unit. Where many units are of few kinds, it is worked out once a kind, of which one
 * counts less: beyond the size at which they are drawn by their kinds too, since sums of other numbers than whole ones round otherwise in another order.
 */
export function leftOut(
  units: SampleUnits,
  over: AggregateFunction,
): { readonly value: number; readonly left: Float64Array } {
  const { count, samples, starts } = units;
  const left = new Float64Array(count);
  // Looking for kinds takes longer than to leave few units out.
  const kinds = areMany(count) ? kindsOfUnits([units]) : null;
  if (kinds === null || !goesByKinds(count, kinds.firsts.length)) {
    const metric = over(samples);
    for (let unit = 0; unit < count; unit += 1) {
      const members: number[] = [];
      for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1) members.push(at);
      left[unit] = metric.without(members);
    }
    return { value: metric.without([]), left };
  }
  const { of, distinct } = units.kinds;
  const metric = over(distinct);
  const counts = new Float64Array(distinct.length);
  for (const kind of of) counts[kind] = (counts[kind] as number) + 1;
  const add = (unit: number, by: number) => {
    for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1) {
      const kind = of[at] as number;
      counts[kind] = (counts[kind] as number) + by;
    }
  };
  const value = metric.value(counts);
  const ofKind = Float64Array.from(kinds.firsts, (unit) => {
    add(unit, -1);
    const without = metric.value(counts);
    add(unit, 1);
    return without;
  });
  for (let unit = 0; unit < count; unit += 1) left[unit] = ofKind[kinds.of[unit] as number] as number;
  return { value, left };
}

/**
 * A corpus metric on resampled units, or its change where there are two sides. Units are alike where their samples are, on each side: of a
 * resample it only matters how many there are of each kind, of which a million right or wrong answers have a handful.
 */
export function resampledUnits(
  sides: readonly ResampledSide[],
): Pick<Statistic, 'value'> & { readonly kinds: ReturnType<NonNullable<Statistic['kinds']>> } {
  const found = kindsOfUnits(sides.map(({ units }) => units));
  const count = sides[0]?.units.count ?? 0;
  const isApart = areMany(count) && !goesByKinds(count, found.firsts.length);
  const { of, firsts } = isApart ? inOrder(found, sides.at(-1)?.units) : found;
  const values = sides.map(({ units: { samples, starts, kinds: own }, over }) => {
    // Of nearly as many kinds as units it takes longer to count samples that are alike than to go through all.
    if (isApart && samples.length === count) return over(samples.pick(firsts)).value;
    // A pair for each sample of each kind of unit.
    const [kinds, places]: [number[], number[]] = [[], []];
    for (const [kind, unit] of firsts.entries()) {
      for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1) {
        kinds.push(kind);
        places.push(own.of[at] as number);
      }
    }
    return byKinds(over(own.distinct), Int32Array.from(kinds), Int32Array.from(places), own.distinct.length);
  });
  const [first, last = first] = values;
  return {
    // Of few kinds all of it stays near to the processor, which a resample goes through at random.
    kinds: { of: firsts.length <= 2 ** 16 ? Uint16Array.from(of) : of, count: firsts.length },
    value: (times) =>
      (last?.(times) ?? Number.NaN) - (values.length === 2 ? (first?.(times) ?? Number.NaN) : 0),
  };
}

/**
 * Kinds by the last number of their samples, so that a ranking finds how often each counts where it looks next: at random places a million of them
 * took it most of its time. Models that rank alike have nearly one order on both sides.
 */
function inOrder(
  { of, firsts }: ReturnType<typeof kindsOfUnits>,
  units: SampleUnits | undefined,
): ReturnType<typeof kindsOfUnits> {
  const numbers = Float64Array.from(
    firsts,
    (unit) => units?.samples.at(units.starts[unit] as number).parts.at(-1) ?? 0,
  );
  const order = ordered(numbers);
  const places = new Int32Array(order.length);
  for (let place = 0; place < order.length; place += 1) places[order[place] as number] = place;
  return {
    of: of.map((kind) => places[kind] as number),
    firsts: order.map((kind) => firsts[kind] as number),
  };
}

/** The metric by how often each kind of unit counts, of which `kinds[i]` has a sample of the distinct ones at `places[i]`. */
function byKinds(
  metric: ResampledValue,
  kinds: Int32Array,
  places: Int32Array,
  distinct: number,
): Statistic['value'] {
  const counts = new Float64Array(distinct);
  return (times) => {
    counts.fill(0);
    for (let at = 0; at < kinds.length; at += 1) {
      const place = places[at] as number;
      counts[place] = (counts[place] as number) + (times[kinds[at] as number] as number);
    }
    return metric.value(counts);
  };
}
