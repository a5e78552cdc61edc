/** A closed interval; `low` ≤ `high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Where `decreasing` crosses zero in (low, high), by bisection down to neighbouring doubles. */
export function rootOfDecreasing(decreasing: (x: number) => number, low: number, high: number): number {
  let left = low;
  let right = high;
  for (;;) {
    const middle = left + (right - left) / 2;
    if (middle <= left || middle >= right) return middle;
    if (decreasing(middle) > 0) left = middle;
    else right = middle;
  }
}
