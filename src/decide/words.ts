import type { MetricUnit } from '../domain/metric.ts';

/** Numbers as sentences carry them. Rates are shown in per cent, their changes in percentage points (`pp`). */

/** A metric's own value: `81.2%`, `9.87`. */
export function formatValue(value: number, unit: MetricUnit): string {
  return unit === 'rate' ? `${digits(value * 100)}%` : digits(value);
}

/** A change with its sign, candidate − baseline: `+1.2 pp`, `−0.03`. */
export function formatDelta(delta: number, unit: MetricUnit): string {
  const sign = delta > 0 ? '+' : delta < 0 ? '−' : '';
  return `${sign}${formatSize(Math.abs(delta), unit)}`;
}

/** The size of a change, without a sign. */
export function formatSize(size: number, unit: MetricUnit): string {
  return unit === 'rate' ? `${digits(size * 100)} pp` : digits(size);
}

export function formatProbability(p: number): string {
  return p < 0.0001 ? 'p < 0.0001' : `p = ${Number(p.toPrecision(2))}`;
}

export function formatLevel(level: number): string {
  return `${digits(level * 100)}%`;
}

export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Two decimals, or two significant digits where two decimals would show nothing. */
function digits(value: number): string {
  const rounded = Number(value.toFixed(2));
  const isHidden = rounded === 0 && value !== 0;
  return String(isHidden ? Number(value.toPrecision(2)) : rounded).replace('-', '−');
}
