/**
 * Standard error of a rate among `n` samples, as of a binomial. All right or all wrong shows no spread: then two of each are added, as in
 * Agresti & Coull 1998, since certainty about one run is no certainty about the next.
 */
export function errorOfRate(value: number, n: number): number {
  const rate = value > 0 && value < 1 ? value : (value * n + 2) / (n + 4);
  return Math.sqrt((rate * (1 - rate)) / n);
}
