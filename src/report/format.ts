import type { GateResult } from '../core/domain/decision.ts';

// Numbers look the same here as in the reasons of a decision.
export {
  formatChange,
  formatCount,
  formatInterval,
  formatLevel,
  formatP,
  formatShare,
  formatSize,
  formatValue,
  plural,
} from '../core/domain/format.ts';

/** Shown where there is no number. */
export const NOT_AVAILABLE = 'unknown';

/** `4 minutes`, for people. */
export function formatDuration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`;
}

/** The first twelve hex digits of a SHA-256, enough to tell two checkpoints apart; any other text as it is. */
export function formatDigest(digest: string): string {
  return digest.replace(/^((?:sha256:)?[0-9a-f]{12})[0-9a-f]{52}$/, '$1');
}

/** A gate's metric as a person names it. */
export function metricName({
  task,
  metric,
  against,
}: Pick<GateResult, 'task' | 'metric' | 'against'>): string {
  return against === undefined ? `${task}/${metric}` : `${task}/${metric}@${against}`;
}

const DAY_MS = 86_400_000;

/** Whole days between two moments; null where either is none. */
export function daysBetween(earlier: string, later: string | null): number | null {
  const days = (Date.parse(later ?? '') - Date.parse(earlier)) / DAY_MS;
  return Number.isFinite(days) ? Math.max(0, Math.floor(days)) : null;
}
