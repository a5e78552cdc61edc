import type { AggregateFunction, ResampledValue } from '../metrics/corpus/aggregate.ts';
import { areMany, mostKindsOf, type Statistic } from '../stats/bootstrap.ts';
import { ordered } from '../stats/columns.ts';
import type { SummedUnits } from '../stats/resampled-sums.ts';
import { kindsOfUnits, type SampleUnits, type UnitKinds } from './corpus-units.ts';

/** One side's samples by unit, and the metric as a function of samples. */
export interface ResampledSide {
  readonly units: SampleUnits;
  readonly over: AggregateFunction;
  /** The metric on all samples, in the order of their units; null where they are taken by their kinds. */
  readonly metric: ResampledValue | null;
}

/**
 * The metric on all samples of a side, and without each unit. Where many units are of few kinds, it is worked out once a kind, of which one
 * counts less: beyond the size at which they are drawn by their kinds too, since sums of other numbers than whole ones round otherwise in another order.
 */
export function leftOut(
  units: SampleUnits,
  over: AggregateFunction,
): Pick<ResampledSide, 'metric'> & { readonly value: number; readonly left: Float64Array } {
  const { count, samples, starts } = units;
  const left = new Float64Array(count);
  const kinds = kindsOfUnits([units], mostKindsOf(count));
  if (kinds === null) {
    const metric = over(samples);
    for (let unit = 0; unit < count; unit += 1) {
      const members: number[] = [];
      for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1) members.push(at);
      left[unit] = metric.without(members);
    }
    return { metric, value: metric.without([]), left };
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
  return { metric: null, value, left };
}

/**
 * A corpus metric on resampled units, or its change where there are two sides. Units are alike where their samples are, on each side: of a
 * resample it only matters how many there are of each kind, of which a million right or wrong answers have a handful; of many units that are of
 * more kinds, the sums of what they add, where the metric is a function of these.
 */
export function resampledUnits(
  sides: readonly ResampledSide[],
): Required<Pick<Statistic, 'sums' | 'kinds' | 'value'>> {
  const units = sides.map((side) => side.units);
  const count = units[0]?.count ?? 0;
  const isMany = areMany(count);
  const known = kindsOfUnits(units, isMany ? mostKindsOf(count) : Infinity);
  let byCounts: ReturnType<typeof countedUnits> | null = null;
  const counted = () => {
    byCounts ??=
      known === null
        ? countedUnits(sides, inOrder(count, units.at(-1)), true)
        : countedUnits(sides, known, false);
    return byCounts;
  };
  return {
    sums: () => (known === null ? summedSides(sides, count) : null),
    kinds: () => counted().kinds,
    value: (times) => counted().value(times),
  };
}

/** Null where a side is no function of sums. */
function summedSides(sides: readonly ResampledSide[], count: number): SummedUnits | null {
  const columns: Float64Array[] = [];
  const values: ((totals: Float64Array) => number)[] = [];
  for (const { metric, units } of sides) {
    const own = metric?.sums?.(units.samples.length === count) ?? null;
    if (own === null) return null;
    const [from, to] = [columns.length, columns.length + own.columns.length];
    values.push((totals) => own.value(totals.subarray(from, to)));
    for (const column of own.columns) columns.push(byUnit(column, units));
  }
  return { columns, value: (totals) => changeOf(values, totals) };
}

/** Of two sides the change, of one its value. */
function changeOf<Drawn>(values: readonly ((drawn: Drawn) => number)[], drawn: Drawn): number {
  const [first, last = first] = values;
  return (last?.(drawn) ?? Number.NaN) - (values.length === 2 ? (first?.(drawn) ?? Number.NaN) : 0);
}

function byUnit(column: Float64Array, { count, samples, starts }: SampleUnits): Float64Array {
  if (samples.length === count) return column;
  const sums = new Float64Array(count);
  for (let unit = 0; unit < count; unit += 1) {
    for (let at = starts[unit] as number; at < (starts[unit + 1] as number); at += 1)
      sums[unit] = (sums[unit] as number) + (column[at] as number);
  }
  return sums;
}

/** @param isApart whether each unit is a kind of its own, of many */
function countedUnits(sides: readonly ResampledSide[], { of, firsts }: UnitKinds, isApart: boolean) {
  const values = sides.map(({ units: { samples, starts, count, kinds: own }, over }) => {
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
  return {
    // Of few kinds all of it stays near to the processor, which a resample goes through at random.
    kinds: { of: firsts.length <= 2 ** 16 ? Uint16Array.from(of) : of, count: firsts.length },
    value: (times: Float64Array) => changeOf(values, times),
  };
}

/**
 * Units by the last number of their samples, so that a ranking finds how often each counts where it looks next: at random places a million of them
 * took it most of its time. Models that rank alike have nearly one order on both sides.
 */
function inOrder(count: number, units: SampleUnits | undefined): UnitKinds {
  const firsts = ordered(
    Float64Array.from(
      { length: count },
      (_, unit) => units?.samples.at(units.starts[unit] as number).parts.at(-1) ?? 0,
    ),
  );
  const of = new Int32Array(count);
  for (let kind = 0; kind < count; kind += 1) of[firsts[kind] as number] = kind;
  return { of, firsts };
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
