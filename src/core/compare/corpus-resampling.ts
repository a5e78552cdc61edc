import type { AggregateFunction, ResampledValue, WeightedParts } from '../metrics/corpus/aggregate.ts';
import type { Statistic } from '../stats/bootstrap.ts';

/** One side's samples, and which of them belong to each unit, by their places in the list. */
export interface ResampledSide {
  readonly samples: readonly WeightedParts[];
  readonly members: readonly (readonly number[])[];
  readonly over: AggregateFunction;
}

/**
 * A corpus metric on resampled units, or its change where there are two sides. Units are alike where their samples are, on each side: of a
 * resample it only matters how many there are of each kind, of which a million right or wrong answers have a handful.
 */
export function resampledUnits(
  sides: readonly ResampledSide[],
): Pick<Statistic, 'value'> & { readonly kinds: ReturnType<NonNullable<Statistic['kinds']>> } {
  const own = sides.map(({ samples, members, over }) => ({ members, over, ...kindsOf(samples) }));
  const indexes = new Map<string, number>();
  /** The first unit of each kind. */
  const firsts: number[] = [];
  const kindOf = Int32Array.from(sides[0]?.members ?? [], (_, unit) => {
    let key = '';
    for (const { members, of } of own) {
      for (const sample of members[unit] ?? []) key += `${of[sample]} `;
      key += '|';
    }
    const index = indexes.get(key) ?? firsts.length;
    if (index === firsts.length) {
      firsts.push(unit);
      indexes.set(key, index);
    }
    return index;
  });
  const values = own.map(({ members, of, over, distinct }) => {
    // A pair for each sample of each kind of unit.
    const [kinds, places]: [number[], number[]] = [[], []];
    for (const [kind, unit] of firsts.entries()) {
      for (const sample of members[unit] ?? []) {
        kinds.push(kind);
        places.push(of[sample] ?? 0);
      }
    }
    return byKinds(over(distinct), Int32Array.from(kinds), Int32Array.from(places), distinct.length);
  });
  const [first, last = first] = values;
  return {
    // Of few kinds all of it stays near to the processor, which a resample goes through at random.
    kinds: { of: firsts.length <= 2 ** 16 ? Uint16Array.from(kindOf) : kindOf, count: firsts.length },
    value: (times) =>
      (last?.(times) ?? Number.NaN) - (values.length === 2 ? (first?.(times) ?? Number.NaN) : 0),
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

/** Samples that are alike. */
function kindsOf(samples: readonly WeightedParts[]) {
  const distinct: WeightedParts[] = [];
  const indexes = new Map<string, number>();
  const of = Int32Array.from(samples, (sample) => {
    const key = `${sample.weight} ${sample.parts.join(' ')}`;
    const index = indexes.get(key) ?? distinct.length;
    if (index === distinct.length) {
      distinct.push(sample);
      indexes.set(key, index);
    }
    return index;
  });
  return { distinct, of };
}
