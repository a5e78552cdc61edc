import type { BaselineProvenance } from '../../core/domain/baseline.ts';
import type { VerdictFile } from '../../core/domain/decision.ts';
import { plural } from '../format.ts';
import { code, type Inline, say } from '../inline.ts';

const DAY_MS = 86_400_000;

/** Whole days between two moments; null where either is none. */
export function daysBetween(earlier: string, later: string | null): number | null {
  const days = (Date.parse(later ?? '') - Date.parse(earlier)) / DAY_MS;
  return Number.isFinite(days) ? Math.max(0, Math.floor(days)) : null;
}

/** Lines below the baseline: how it was found, from which commit, how old it is, and what was declared to have changed. */
export function baselineLines({ provenance }: VerdictFile, now: string | null): readonly Inline[] {
  const { baseline } = provenance;
  if (baseline === undefined) return [];
  return [
    ...baseline.attempts.map(({ source, reason }) =>
      reason === null ? say`found by ${code(source)}` : say`not by ${code(source)}: ${reason}`,
    ),
    ...originLines(baseline, now),
    ...(baseline.accepted.length === 0
      ? []
      : [
          say`declared change of ${code(baseline.accepted.join(', '))}: the baseline was evaluated with the candidate's setting`,
        ]),
  ];
}

function originLines({ origin, max_age_days: limit }: BaselineProvenance, now: string | null): Inline[] {
  if (origin === null) return [];
  const { commit, date, by } = origin;
  const days = daysBetween(date, now);
  const facts = [
    say`evaluated ${code(date.slice(0, 10))}`,
    ...(commit === null ? [] : [say`at commit ${code(commit.slice(0, 12))}`]),
    ...(by === null ? [] : [say`by ${code(by)}`]),
    ...(days === null ? [] : [say`${plural(days, 'day')} old`]),
  ];
  const line = facts.reduce((before, fact) => say`${before}, ${fact}`);
  if (limit === null || days === null || days <= limit) return [line];
  return [line, say`older than ${plural(limit, 'day')}: evaluate and bless it anew`];
}
