import { plural } from '../core/domain/format.ts';

// Numbers look the same here as in the reasons of a decision.
export {
  formatChange,
  formatCount,
  formatDigest,
  formatInterval,
  formatLevel,
  formatP,
  formatShare,
  formatSize,
  formatValue,
  metricName,
  plural,
  roundedSamples,
} from '../core/domain/format.ts';

/** Shown where there is no number. */
export const NOT_AVAILABLE = 'unknown';

/** `4 minutes`, for people. */
export function formatDuration(seconds: number): string {
  if (seconds < 90) return plural(Math.round(seconds), 'second');
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return plural(minutes, 'minute');
  return `${plural(Math.floor(minutes / 60), 'hour')} ${plural(minutes % 60, 'minute')}`;
}

const DAY_MS = 86_400_000;

/** Whole days between two moments; null where either is none. */
export function daysBetween(earlier: string, later: string | null): number | null {
  const days = (Date.parse(later ?? '') - Date.parse(earlier)) / DAY_MS;
  return Number.isFinite(days) ? Math.max(0, Math.floor(days)) : null;
}
