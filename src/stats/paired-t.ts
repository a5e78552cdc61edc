import type { LinearEstimate } from './linear.ts';

/**
 * Mean of independent differences with SE = √(Σ(d − d̄)² / (n − 1) / n) and n − 1 degrees of freedom, for n ≥ 2.
 * Student 1908. Assumes that d̄ is nearly normal: few, very unequal differences break it (see `pseudo-unit.ts`).
 */
export function pairedT(differences: readonly number[]): LinearEstimate {
  const n = differences.length;
  const mean = sum(differences) / n;
  const squares = sum(differences.map((difference) => (difference - mean) ** 2));
  return { value: mean, stderr: Math.sqrt(squares / (n - 1) / n), df: n - 1 };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
