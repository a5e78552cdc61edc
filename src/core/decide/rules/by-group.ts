import { byCodeUnits } from '../../compare/pair.ts';
import { type PairedScore, ScoreTable } from '../../compare/score-table.ts';
import type { MetricScores } from '../../compare/scores.ts';
import type { RowAhead } from '../forecast.ts';

/** Groups that are named in full before the rest is counted. */
const MOST_NAMED = 5;

/**
 * Samples by group, in the order of names; those of a grouped task without a group are one of their own. A sample that neither side has a
 * score of stays in its group, which would be judged without it; of one that has no line either nobody knows where it belongs.
 */
export function splitByGroup(metric: MetricScores): Map<string, MetricScores> {
  const isKnown = ({ baseline, candidate }: PairedScore) => baseline !== null || candidate !== null;
  if (!metric.scores.some((score) => score.group !== null && isKnown(score))) return new Map();
  const groups = ScoreTable.from(metric.scores).split(
    (score) => score.group ?? (isKnown(score) ? null : undefined),
  );
  let ungrouped = 'samples without a group';
  while (groups.has(ungrouped)) ungrouped += ' at all';
  const named = [...groups].map(([group, scores]) => [group ?? ungrouped, { ...metric, scores }] as const);
  return new Map(named.sort(([a], [b]) => byCodeUnits(a, b)));
}

/** Why samples cannot be told apart by group; null where they can: those that name none are a group of their own beside the others. */
export const faultOfGroups = (groups: ReadonlyMap<string, MetricScores>, task: string): string | null =>
  groups.size === 0
    ? `No sample of ${task} belongs to a group: set group_field on the task, or give each sample of the results its group.`
    : null;

/** How many samples each group has before they are evaluated, in any order; none where no sample has a group. */
export function sizesOfGroups(rows: readonly RowAhead[]): readonly number[] {
  if (rows.every(({ group }) => group === undefined)) return [];
  const sizes = new Map<string | undefined, number>();
  for (const { group } of rows) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()];
}

export function listed(items: readonly string[]): string {
  const rest = items.length - MOST_NAMED;
  return rest <= 0 ? items.join(', ') : `${items.slice(0, MOST_NAMED).join(', ')} and ${rest} more`;
}
