import { ruleOf } from '../../core/decide/rules/registry.ts';
import type { GateResult, MetricResult, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import { worseSign } from '../../core/domain/metric.ts';
import { paragraph } from '../blocks.ts';
import { formatChange, formatDigest, formatValue, plural } from '../format.ts';
import { rests, worstFirst } from '../gate-rules.ts';
import { code, type Inline, inline, joined, strong } from '../inline.ts';
import type { Section } from '../section.ts';

const MOST_GROUPS = 3;
/** Code points of an answer that a line has room for. */
const MOST_SAID = 60;

/** Where a regression lies: the groups that fell most, and the first sample that got worse in the first of them. */
export function worstGroupsSection({ gates, tasks }: VerdictFile): Section {
  const blocking = worstFirst(gates).filter(({ tier, cases }) => tier === 'blocking' && cases === undefined);
  const regressed = blocking.filter(({ verdict }) => verdict === 'regression');
  const places = regressed.flatMap((gate) => placeOf(gate, tasks) ?? []);
  const place = places.find(({ fallen }) => fallen.length > 0) ?? places[0] ?? provenLoss(blocking, tasks);
  if (place === undefined) return { title: null, blocks: [] };
  // A headline of groups has named them.
  const isSaid = place.gate.verdict === 'regression' && isInHeadline(place, regressed[0]);
  const lines = [isSaid ? [] : groupsLine(place), sampleLine(place)];
  return { title: null, blocks: lines.filter((line) => line.length > 0).map(paragraph) };
}

/** What a mean that holds may hide: the groups that fell for certain. */
function provenLoss(blocking: readonly GateResult[], tasks: readonly TaskResult[]): Place | undefined {
  const judged = blocking.filter(({ verdict }) => verdict !== 'invalid');
  const places = judged.flatMap((gate) => placeOf(gate, tasks) ?? []);
  return places
    .map((place) => ({ ...place, fallen: place.fallen.filter(({ proven }) => proven === true) }))
    .find(({ fallen }) => fallen.length > 0);
}

const isInHeadline = ({ gate, fallen }: Place, first: GateResult | undefined): boolean =>
  gate === first &&
  ruleOf(gate).estimand !== 'candidate' &&
  gate.groups?.length === 1 &&
  fallen.every(({ group }) => group === gate.groups?.[0]?.group);

interface Place {
  readonly gate: GateResult;
  readonly task: TaskResult;
  readonly metric: MetricResult;
  readonly fallen: MetricResult['groups'];
}

function placeOf(gate: GateResult, tasks: readonly TaskResult[]): Place | null {
  const task = tasks.find((each) => rests(gate, each.task));
  const metric = task?.metrics.find((each) => each.metric === gate.metric);
  if (task === undefined || metric === undefined) return null;
  const sign = worseSign(metric);
  // What the gate itself has proven of a group is proven, whatever is known without it.
  const named = ruleOf(gate).estimand === 'candidate' ? [] : (gate.groups ?? []);
  const isNamed = (group: string) => named.some((each) => each.group === group);
  const fallen = metric.groups
    .filter(({ delta }) => sign * delta > 0)
    .map((group) => (isNamed(group.group) ? { ...group, proven: true as const } : group));
  return { gate, task, metric, fallen: fallenOf(fallen) };
}

/** Those that fell most, and one that is proven before any that is not: small groups fall furthest by chance. */
const fallenOf = (groups: Place['fallen']): Place['fallen'] =>
  [...groups].sort((a, b) => Number(b.proven === true) - Number(a.proven === true)).slice(0, MOST_GROUPS);

/** What is proven of a group comes first: of many some fall by chance, and no size tells which. */
function groupsLine({ gate, task, fallen, metric: { unit } }: Place): Inline {
  if (fallen.length === 0) return [];
  const named = (groups: Place['fallen']) =>
    joined(
      groups.map(
        ({ group, delta, pairs }) =>
          inline`${code(group)} ${formatChange(delta, unit)} (${plural(pairs, 'pair')})`,
      ),
      ', ',
    );
  const proven = fallen.filter((group) => group.proven === true);
  const others = fallen.filter((group) => group.proven !== true);
  const of = inline`${gate.verdict === 'regression' ? strong('Worst groups') : inline`${strong('Proven losses')} in groups`} of ${code(task.task)}`;
  if (proven.length === 0) return inline`${of}, none proven by itself: ${named(others)}.`;
  const more = others.length === 0 ? [] : inline` Not proven by themselves: ${named(others)}.`;
  return inline`${of}: ${named(proven)}.${more}`;
}

/** Samples are kept of the primary metric alone. */
function sampleLine({ task, metric, fallen }: Place): Inline {
  const sign = worseSign(metric);
  const [group] = fallen;
  const flip =
    metric.metric === task.primaryMetric
      ? task.flips.find(
          ({ baseline, candidate, group: own }) =>
            sign * (candidate.score - baseline.score) > 0 && (group === undefined || own === group.group),
        )
      : undefined;
  if (flip === undefined) return [];
  const { id, question, baseline, candidate } = flip;
  const name =
    question === undefined
      ? inline`Such as ${code(formatDigest(id))}`
      : inline`Such as ${code(question)} (${code(formatDigest(id))})`;
  return baseline.output === null && candidate.output === null
    ? inline`${name}: ${formatValue(baseline.score, metric.unit)} before, ${formatValue(candidate.score, metric.unit)} now.`
    : inline`${name}: the baseline said ${said(baseline.output)}, the candidate ${said(candidate.output)}.`;
}

function said(output: string | null): Inline {
  if (output === null) return inline`nothing that was kept`;
  return output.trim() === '' ? inline`(empty)` : code(cut(output));
}

function cut(text: string): string {
  const points = Array.from(text.trim().replace(/\s+/g, ' '));
  return points.length <= MOST_SAID ? points.join('') : `${points.slice(0, MOST_SAID - 1).join('')}…`;
}
