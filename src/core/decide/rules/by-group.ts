import { byCodeUnits } from '../../compare/pair.ts';
import { type PairedScore, ScoreTable } from '../../compare/score-table.ts';
import type { MetricScores } from '../../compare/scores.ts';
import { formatCount, plural } from '../../domain/format.ts';
import type { Policy } from '../../domain/gate.ts';
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

const GIVE_GROUPS = 'set group_field on the task, or give each sample of the results its group';

/**
 * Why samples cannot be told apart by group; null where they can. A few may be without one, as few as may be without a score: of more nobody
 * knows which groups they hide, and what became of these.
 */
export function faultOfGroups(
  { scores }: MetricScores,
  task: string,
  { minCoverage }: Policy,
): string | null {
  let [known, without] = [0, 0];
  for (const { group, baseline, candidate } of scores) {
    if (baseline === null && candidate === null) continue;
    known += 1;
    if (group === null) without += 1;
  }
  if (without === known) return `No sample of ${task} belongs to a group: ${GIVE_GROUPS}.`;
  return known - without >= minCoverage.value * known
    ? null
    : `${formatCount(without)} of ${plural(known, 'sample')} of ${task} belong to no group: ${GIVE_GROUPS}.`;
}

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
