/** How often each n-gram occurs. @param separator between tokens, where they are words */
export function countNgrams(tokens: readonly string[], n: number, separator: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + n <= tokens.length; start += 1) {
    const gram = tokens.slice(start, start + n).join(separator);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

export function totalOf(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** Occurrences that both have. */
export function matches(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const [gram, count] of left) total += Math.min(count, right.get(gram) ?? 0);
  return total;
}
