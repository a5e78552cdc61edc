import { clopperPearsonLower } from './clopper-pearson.ts';
import type { Interval } from './interval.ts';
import { normalQuantile } from './special/normal.ts';
import { sum } from './sum.ts';

export interface Agreement {
  readonly kappa: number;
  readonly stderr: number;
}

/** How much two answers count as agreeing, by their positions on the scale: 1 for the same, 0 for the farthest. */
export type KappaWeights = (row: number, column: number) => number;

const EXACT: KappaWeights = (row, column) => (row === column ? 1 : 0);

/**
 * Weights of an ordered scale: 1 − (distance / longest distance)². With them κ is the intraclass correlation but for terms in 1/n
 * (Fleiss & Cohen 1973). On two levels they are those of plain κ.
 */
export const quadraticWeights =
  (levels: number): KappaWeights =>
  (row, column) =>
    1 - ((row - column) / (levels - 1)) ** 2;

/**
 * Cohen's κ = (p_o − p_e) / (1 − p_e) of two raters from their square table of counts, with the large-sample standard error
 * of Fleiss, Cohen & Everitt 1969. Cohen 1960; with weights, Cohen 1968.
 *
 * @returns null where chance alone agrees fully (a single category), so that κ is undefined
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = EXACT,
): Agreement | null {
  const { n, share, rows, columns, observed, chance } = agreementOf(table, weights);
  if (!(chance < 1)) return null;
  const kappa = (observed - chance) / (1 - chance);
  const rowMeans = rows.map((_, i) => sum(columns.map((p, j) => p * weights(i, j))));
  const columnMeans = columns.map((_, j) => sum(rows.map((p, i) => p * weights(i, j))));
  const terms = share.flatMap((row, i) =>
    row.map((p, j) => {
      const expected = ((rowMeans[i] ?? 0) + (columnMeans[j] ?? 0)) * (1 - kappa);
      return p * (weights(i, j) - expected) ** 2;
    }),
  );
  const centre = (kappa - chance * (1 - kappa)) ** 2;
  const variance = (sum(terms) - centre) / (n * (1 - chance) ** 2);
  return { kappa, stderr: Math.sqrt(Math.max(0, variance)) };
}

/** κ ± z SE with error `alpha` a side. */
export function kappaInterval({ kappa, stderr }: Agreement, alpha: number): Interval {
  const half = normalQuantile(1 - alpha) * stderr;
  return { low: kappa - half, high: Math.min(1, kappa + half) };
}

/**
 * A lower limit of κ for small tables, in which the standard error is too small, and 0 where two raters never disagreed: the
 * smaller of that of `kappaInterval` and of what the exact lower limit of the observed agreement leaves of κ, taking the agreement
 * by chance for known. A weighted agreement varies at most as much as one that is all or nothing. Own; its error was measured by
 * simulation (kappa.slow.test.ts).
 *
 * @returns null where κ is undefined
 */
export function cautiousKappaLower(
  table: readonly (readonly number[])[],
  alpha: number,
  weights: KappaWeights = EXACT,
): number | null {
  const agreement = cohenKappa(table, weights);
  if (agreement === null) return null;
  const { n, observed, chance } = agreementOf(table, weights);
  const exact = clopperPearsonLower(n * observed, n, alpha);
  return Math.min(kappaInterval(agreement, alpha).low, (exact - chance) / (1 - chance));
}

function agreementOf(table: readonly (readonly number[])[], weights: KappaWeights) {
  const n = sum(table.map(sum));
  const share = table.map((row) => row.map((count) => count / n));
  const rows = share.map(sum);
  const columns = share.map((_, column) => sum(share.map((row) => row[column] ?? 0)));
  const observed = sum(share.flatMap((row, i) => row.map((p, j) => p * weights(i, j))));
  const chance = sum(rows.flatMap((p, i) => columns.map((q, j) => p * q * weights(i, j))));
  return { n, share, rows, columns, observed, chance };
}
