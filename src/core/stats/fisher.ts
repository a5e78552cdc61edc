/**
 * One-sided p-value of Fisher's exact test: how likely so few successes of the second sample are, given both numbers of answers and
 * of successes, where both succeed equally often. Fisher 1935; the sum of hypergeometric probabilities.
 */
export function fisherFewer(
  first: { readonly successes: number; readonly of: number },
  second: { readonly successes: number; readonly of: number },
): number {
  const total = first.successes + second.successes;
  const all = logChoose(first.of + second.of, total);
  let p = 0;
  for (let successes = Math.max(0, total - first.of); successes <= second.successes; successes += 1)
    p += Math.exp(logChoose(second.of, successes) + logChoose(first.of, total - successes) - all);
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  let log = 0;
  for (let index = 1; index <= Math.min(k, n - k); index += 1) log += Math.log((n - index + 1) / index);
  return log;
}
