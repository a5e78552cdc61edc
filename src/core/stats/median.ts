/** Of evenly many the mean of the two in the middle; NaN of none, and wherever a value is NaN. */
export function median(values: readonly number[]): number {
  if (values.some(Number.isNaN)) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  const [one = Number.NaN, two = Number.NaN] = [
    sorted[sorted.length % 2 === 0 ? upper - 1 : upper],
    sorted[upper],
  ];
  return (one + two) / 2;
}
