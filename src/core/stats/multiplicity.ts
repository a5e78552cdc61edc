/**
 * p-values adjusted so that "adjusted < α" errs on any true hypothesis of the family with probability at most α,
 * whatever their dependence. Holm 1979: p₍ᵢ₎ (m − i + 1), made non-decreasing.
 */
export function holm(pValues: readonly number[]): number[] {
  return adjust(pValues, (p, rank, m) => p * (m - rank + 1), 'up');
}

/**
 * p-values adjusted so that "adjusted < q" keeps the expected share of false claims among the claims below q, under
 * independence or positive dependence. Benjamini & Hochberg 1995: p₍ᵢ₎ m / i, made non-decreasing from the largest.
 * For annotation, never for blocking.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  return adjust(pValues, (p, rank, m) => (p * m) / rank, 'down');
}

/** Scales p-values by rank (from 1, smallest first), keeps them in order by a running extreme, and puts them back. */
function adjust(
  pValues: readonly number[],
  scale: (p: number, rank: number, m: number) => number,
  run: 'up' | 'down',
): number[] {
  const ranked = pValues
    .map((p, index) => ({ p, index }))
    .sort((a, b) => a.p - b.p)
    .map(({ p, index }, i) => ({ index, scaled: Math.min(1, scale(p, i + 1, pValues.length)) }));
  if (run === 'down') ranked.reverse();
  const pick = run === 'up' ? Math.max : Math.min;
  const adjusted = new Array<number>(pValues.length).fill(1);
  let extreme = run === 'up' ? 0 : 1;
  for (const { index, scaled } of ranked) {
    extreme = pick(extreme, scaled);
    adjusted[index] = extreme;
  }
  return adjusted;
}
