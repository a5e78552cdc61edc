import type { Flip, MetricResult, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { worseSign } from '../../core/domain/metric.ts';
import { paragraph } from '../blocks.ts';
import { formatChange, formatCount } from '../format.ts';
import { rests, worstFirst } from '../gate-rules.ts';
import { code, type Inline, inline, joined, strong } from '../inline.ts';
import type { Section } from '../section.ts';

const MOST_GROUPS = 3;
/** Code points of an answer that a line has room for. */
const MOST_SAID = 60;

/** Where a regression lies: the groups that fell most, and the first sample that got worse in the first of them. */
export function worstGroupsSection({ gates, tasks }: VerdictFile): Section {
  const gate = worstFirst(gates).find(({ verdict }) => verdict === 'regression');
  const task = gate === undefined ? undefined : tasks.find((each) => rests(gate, each.task));
  const metric = task?.metrics.find((each) => each.metric === gate?.metric);
  if (task === undefined || metric === undefined) return { title: null, blocks: [] };
  const sign = worseSign(metric);
  const fallen = metric.groups.filter(({ delta }) => sign * delta > 0).slice(0, MOST_GROUPS);
  const lines = [groupsLine(fallen, metric), sampleLine(task, metric, fallen[0]?.group ?? null)];
  return { title: null, blocks: lines.filter((line) => line.length > 0).map(paragraph) };
}

function groupsLine(groups: MetricResult['groups'], { unit }: MetricResult): Inline {
  if (groups.length === 0) return [];
  const named = groups.map(
    ({ group, delta, pairs }) =>
      inline`${code(group)} ${formatChange(delta, unit)} (${formatCount(pairs)} pairs)`,
  );
  return inline`${strong('Worst groups:')} ${joined(named, ', ')}.`;
}

/** Flips are kept of the primary metric alone. */
function sampleLine(
  { flips, primaryMetric }: TaskResult,
  metric: MetricResult,
  group: string | null,
): Inline {
  const sign = worseSign(metric);
  const worse = ({ baseline, candidate }: Flip) => sign * (candidate.score - baseline.score) > 0;
  const flip =
    metric.metric === primaryMetric
      ? flips.find((each) => worse(each) && (group === null || each.group === group))
      : undefined;
  if (flip === undefined) return [];
  const before = inline`the baseline said ${said(flip.baseline.output)}`;
  return inline`Such as ${code(flip.id)}: ${before}, the candidate ${said(flip.candidate.output)}.`;
}

function said(output: string | null): Inline {
  if (output === null) return inline`nothing that was kept`;
  return output.trim() === '' ? inline`(empty)` : code(cut(output));
}

function cut(text: string): string {
  const points = Array.from(text.trim().replace(/\s+/g, ' '));
  return points.length <= MOST_SAID ? points.join('') : `${points.slice(0, MOST_SAID - 1).join('')}…`;
}
