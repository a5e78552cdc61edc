import type { MetricUnit } from '../domain/metric.ts';

/** Limits as they were set, where a measured value is rounded to what it is worth. */

/** The size of a change that is allowed: `2 pp`, `0.25 pp`, `0.03`. */
export function formatMargin(size: number, unit: MetricUnit): string {
  return unit === 'rate' ? `${digits(size * 100)} pp` : digits(size);
}

/** A ceiling or floor: `1 %`, `9.5`. */
export function formatLimit(value: number, unit: MetricUnit): string {
  return unit === 'rate' ? `${digits(value * 100)} %` : digits(value);
}

/** Two decimals, or two significant digits where two decimals would show nothing. */
function digits(value: number): string {
  const rounded = Number(value.toFixed(2));
  const isHidden = rounded === 0 && value !== 0;
  return String(isHidden ? Number(value.toPrecision(2)) : rounded).replace('-', '−');
}
