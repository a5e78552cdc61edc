import type { Interval } from './interval.ts';
import { normalQuantile } from './special/normal.ts';
import { sum } from './sum.ts';

export interface Agreement {
  readonly kappa: number;
  readonly stderr: number;
}

/**
 * Cohen's κ = (p_o − p_e) / (1 − p_e) of two raters from their square table of counts, with the large-sample standard error
 * of Fleiss, Cohen & Everitt 1969. Cohen 1960. A judge is worth gating on when the lower limit of κ is high enough.
 *
 * @returns null where chance alone agrees fully (a single category), so that κ is undefined
 */
export function cohenKappa(table: readonly (readonly number[])[]): Agreement | null {
  const n = sum(table.map(sum));
  const share = table.map((row) => row.map((count) => count / n));
  const rows = share.map(sum);
  const columns = share.map((_, column) => sum(share.map((row) => row[column] ?? 0)));
  const at = (values: readonly number[], index: number) => values[index] ?? 0;
  const observed = sum(share.map((row, index) => at(row, index)));
  const chance = sum(rows.map((row, index) => row * at(columns, index)));
  if (!(chance < 1)) return null;

  const terms = share.flatMap((row, i) =>
    row.map((p, j) => {
      if (i === j) return p * (1 - chance - (at(rows, i) + at(columns, i)) * (1 - observed)) ** 2;
      return p * (1 - observed) ** 2 * (at(columns, i) + at(rows, j)) ** 2;
    }),
  );
  const centre = (observed * chance - 2 * chance + observed) ** 2;
  const variance = (sum(terms) - centre) / (n * (1 - chance) ** 4);
  return { kappa: (observed - chance) / (1 - chance), stderr: Math.sqrt(Math.max(0, variance)) };
}

/** κ ± z SE with error `alpha` a side. */
export function kappaInterval({ kappa, stderr }: Agreement, alpha: number): Interval {
  const half = normalQuantile(1 - alpha) * stderr;
  return { low: kappa - half, high: Math.min(1, kappa + half) };
}
