/** One number a unit, and what each of them counts for in the mean of all. */
export interface Sized {
  readonly values: Iterable<number>;
  readonly sizes: Iterable<number>;
}

/**
 * (Σw)² / Σw²: as many units of one weight give a mean that is as certain as that of these. It is what n means wherever a
 * spread is judged, since otherwise one unit that outweighs all others pulls the mean to itself and lies no distance from it.
 * Kish 1965, "Survey sampling", 11.7. Sizes that are alike give their number exactly; none, or only zeros, give 0.
 */
export function effectiveSize(sizes: Iterable<number>): number {
  let [scale, sum, squares] = [0, 0, 0];
  for (const size of sizes) {
    if (scale === 0) scale = size;
    if (scale === 0) continue;
    sum += size / scale;
    squares += (size / scale) ** 2;
  }
  return squares === 0 ? 0 : sum ** 2 / squares;
}

/** The same units and one more, as large as the largest of them, at `extra`. Of units of one size that is one more value. */
export function withExtra({ values, sizes }: Sized, extra: number): Sized {
  let [count, mean, total, largest, smallest] = [0, 0, 0, 0, Infinity];
  for (const size of sizes) {
    total += size;
    largest = Math.max(largest, size);
    smallest = Math.min(smallest, size);
  }
  for (const value of values) {
    count += 1;
    mean += (value - mean) / count;
  }
  const all = appended(sizes, largest);
  if (largest === smallest) return { values: appended(values, extra), sizes: all };
  // A value is the mean and `count` times what its unit moves it by: (x − mean) · size / total.
  const [more, moved] = [count + 1, ((extra - mean) * largest) / (total + largest)];
  const rescaled = more / (total + largest);
  return {
    values: {
      *[Symbol.iterator]() {
        const each = sizes[Symbol.iterator]();
        for (const value of values) {
          const size: number = each.next().value ?? 0;
          yield mean + moved + rescaled * (((value - mean) * total) / count - size * moved);
        }
        yield mean + moved + rescaled * largest * (extra - mean - moved);
      },
    },
    sizes: all,
  };
}

const appended = (values: Iterable<number>, extra: number): Iterable<number> => ({
  *[Symbol.iterator]() {
    yield* values;
    yield extra;
  },
});
