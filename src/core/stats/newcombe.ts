import type { Interval } from './interval.ts';
import { wilsonInterval } from './wilson.ts';

/** The four cells of paired 0/1 scores. */
export interface PairedTable {
  readonly bothRight: number;
  readonly improved: number;
  readonly regressed: number;
  readonly bothWrong: number;
}

/**
 * Square-and-add interval of P(candidate right) − P(baseline right): Wilson limits of each side, joined with their
 * correlation φ. Newcombe 1998, "Improved confidence intervals for the difference between binomial proportions based on
 * paired data", method 10 (a positive numerator of φ is lowered by n/2, not below 0). A cross-check on Tango's.
 */
export function newcombeInterval(table: PairedTable, z: number): Interval {
  const { bothRight, improved, regressed, bothWrong } = table;
  const n = bothRight + improved + regressed + bothWrong;
  const candidate = { right: bothRight + improved, ...wilsonInterval(bothRight + improved, n, z) };
  const baseline = { right: bothRight + regressed, ...wilsonInterval(bothRight + regressed, n, z) };
  const phi = correlation(
    table,
    candidate.right * (n - candidate.right) * baseline.right * (n - baseline.right),
  );
  const delta = (improved - regressed) / n;
  const join = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
  return {
    low: delta - join(candidate.right / n - candidate.low, baseline.high - baseline.right / n),
    high: delta + join(candidate.high - candidate.right / n, baseline.right / n - baseline.low),
  };
}

function correlation({ bothRight, improved, regressed, bothWrong }: PairedTable, margins: number): number {
  if (margins === 0) return 0;
  const n = bothRight + improved + regressed + bothWrong;
  const covariance = bothRight * bothWrong - improved * regressed;
  return (covariance > 0 ? Math.max(0, covariance - n / 2) : covariance) / Math.sqrt(margins);
}
