import { CANDIDATE } from '../../compare/estimand.ts';
import { estimateOf } from '../../compare/estimate.ts';
import { imputeCandidate } from '../../compare/impute.ts';
import type { PairedScore } from '../../compare/score-table.ts';
import type { MetricScores } from '../../compare/scores.ts';
import type { GateResult } from '../../domain/decision.ts';
import { formatLevel, formatMargin, formatValue, plural } from '../../domain/format.ts';
import type { Gate, Policy } from '../../domain/gate.ts';
import { countOf } from '../../stats/columns.ts';
import { type ConfidenceLimits, testByLimits } from '../../stats/combined.ts';
import { lowerLimit, upperLimit } from '../../stats/inference.ts';
import { furthestApart, type GroupValue, limitsOfLargestGap } from '../../stats/largest-gap.ts';
import { mulberry32 } from '../../stats/random.ts';
import { drawAnew, unitsByGroup } from '../draw-anew.ts';
import {
  type Ahead,
  type Forecasts,
  outcomeUnder,
  roundsFor,
  simulatedFate,
  UNCHANGED,
} from '../forecast.ts';
import { samplesByRoot } from '../needed.ts';
import { decideByLimits, factsOf, invalidGate, isStop } from '../result.ts';
import { faultOfGroups, listed, splitByGroup } from './by-group.ts';
import { allowsAnyDrop, CHANGE } from './change.ts';
import { parseChange } from './limits.ts';
import type { Rule } from './rule.ts';
import { NOT_STORED } from './value-forecast.ts';

type GapGate = Extract<Gate, { rule: 'max_group_gap' }>;

/** Scored samples below which a group is named: it says little, and is judged all the same. */
const FEW = 30;

interface Group extends GroupValue {
  readonly group: string;
  readonly scored: number;
}

/**
 * Whether the candidate's values of any two groups are further apart than the limit: a pass proves it of all pairs, a regression of one.
 * Every group is judged, however small; one without a value, and samples of which nobody knows the group, leave the gate undecided unless
 * the others have a regression.
 */
function judgeGap(gate: GapGate, metric: MetricScores, policy: Policy): GateResult {
  const { declaration } = metric;
  const limit = gate.limit.value;
  if (gate.limit.kind === 'relative' || declaration.scale === 'log')
    return invalidGate(gate, metric, [
      'A gap between groups is a size in the unit of the metric: give an absolute limit, of a metric that is not judged on a logarithmic scale.',
    ]);
  const byGroup = splitByGroup(metric);
  const fault = faultOfGroups(byGroup, gate.task);
  if (fault !== null) return invalidGate(gate, metric, [fault]);
  const split = [...byGroup];
  if (split.length < 2)
    return invalidGate(gate, metric, [
      `The samples of ${gate.task} belong to ${plural(split.length, 'group')}: a gap is one between two. Name another field in group_field, or use max_drop.`,
    ]);
  const judged = split.map(([group, own]) => groupOf(group, own));
  const groups = judged.filter((group) => 'value' in group);
  const lost = split.reduce((left, [, { scores }]) => left - scores.length, metric.scores.length);
  const without = [
    ...judged.filter((group) => !('value' in group)).map(({ group }) => group),
    ...(lost === 0 ? [] : [`${plural(lost, 'sample')} of which no line is left`]),
  ];
  const few = groups.filter(({ scored }) => scored < FEW).map(({ group }) => group);
  const apart = furthestApart(groups);
  if (apart === null) return invalidGate(gate, metric, ['Less than two groups have a value to compare.']);
  const limits = limitsOfLargestGap(groups);
  const { pGreater: pWorse, pLess } = testByLimits(limits, limit);
  const pSafe = without.length > 0 ? null : pLess;
  const alpha = policy.alpha.value;
  const { verdict, leaning } = decideByLimits(
    without.length === 0 ? limits : openAbove(limits),
    limit,
    policy,
  );
  const p = apart[0].value - apart[1].value > limit ? pWorse : pSafe;
  return {
    ...factsOf(gate, metric, null, alpha),
    margin: limit,
    verdict,
    bound: null,
    leaning,
    test: { method: 'largest gap', statistic: null, pSafe, pWorse },
    groups: apart.map(({ group, value, scored }) => ({ group, value, pairs: scored })),
    minimumDetectable: null,
    needed: verdict === 'inconclusive' && p !== null ? samplesByRoot(metric.scores.length, p, alpha) : null,
    blocks: gate.tier === 'blocking' && isStop(verdict, leaning, policy.onInconclusive.value),
    reasons: [
      gapMessage(apart, split.length, limits.lower(alpha), limits.upper(alpha), alpha, metric),
      ...rise(apart, split, metric),
      ...(few.length === 0
        ? []
        : [`Fewer than ${FEW} scored samples, by which hardly any gap is ruled out: ${listed(few)}.`]),
      ...(without.length === 0
        ? []
        : [`Too few scored samples for any value, so that no gap is ruled out: ${listed(without)}.`]),
    ],
  };
}

/** With a group that has no value, no gap is ruled out. */
const openAbove = ({ lower }: ConfidenceLimits): ConfidenceLimits => ({ lower, upper: () => Infinity });

/** Of candidates whose groups are as good as the baseline's: its samples drawn anew, group by group. */
function forecastGap({ limit }: GapGate, { metrics: [own] }: Ahead, policy: Policy): Forecasts {
  const { stored, rows } = own;
  if (stored === null) return NOT_STORED;
  if (splitByGroup(stored).size < 2) return { missing: 'groups of its samples: set group_field' };
  const units = unitsByGroup([stored]);
  const random = mulberry32(rows.length);
  const fate = simulatedFate(roundsFor(rows.length), () => {
    const [scores = []] = drawAnew(units, 1, random, rows.length / stored.scores.length);
    const judged = [...splitByGroup({ ...stored, scores })].map(([group, each]) => groupOf(group, each));
    const groups = judged.filter((group) => 'value' in group);
    const found = limitsOfLargestGap(groups);
    const decided = decideByLimits(
      groups.length === judged.length ? found : openAbove(found),
      limit.value,
      policy,
    );
    return outcomeUnder(decided, policy.onInconclusive.value);
  });
  return [{ of: `${UNCHANGED}, with the baseline's groups,`, fate }];
}

/** With missing scores at whichever end makes the claim harder. */
function groupOf(group: string, metric: MetricScores): Group | { readonly group: string } {
  const scored = countOf(metric.scores, (score) => CANDIDATE.read(score) !== null);
  const estimate = imputeCandidate(metric);
  if (estimate === null) return { group };
  const { value, lowest, highest } = estimate;
  const limits = {
    lower: (alpha: number) => (lowest === null ? -Infinity : lowerLimit(lowest.inference, alpha)),
    upper: (alpha: number) => (highest === null ? Infinity : upperLimit(highest.inference, alpha)),
  };
  return { group, scored, value, limits };
}

function gapMessage(
  [greatest, least]: readonly [Group, Group],
  count: number,
  low: number,
  high: number,
  alpha: number,
  { declaration: { unit } }: MetricScores,
): string {
  const side = ({ group, value, scored }: Group) =>
    `${group} (${formatValue(value, unit)}, ${plural(scored, 'sample')})`;
  const upper = Number.isFinite(high) ? formatMargin(high, unit) : 'any size';
  return `Of ${plural(count, 'group')} the candidate's furthest apart are ${side(greatest)} and ${side(least)}: ${formatMargin(greatest.value - least.value, unit)} observed, which chance makes too large. The true largest gap lies between ${formatMargin(low, unit)} and ${upper} (${formatLevel(1 - 2 * alpha)} interval).`;
}

/** What the baseline's groups come to, which is shown and decides nothing. */
function rise(
  [greatest, least]: readonly [Group, Group],
  split: readonly (readonly [string, MetricScores])[],
  { declaration: { unit } }: MetricScores,
): string[] {
  const read = (score: PairedScore) => score.baseline;
  const before = split.flatMap(([group, own]) => {
    const estimate = estimateOf(own, read);
    return estimate === null ? [] : [{ group, value: estimate.value }];
  });
  const apart = furthestApart(before);
  if (apart === null) return [];
  const own = apart[0].value - apart[1].value;
  const change = greatest.value - least.value - own;
  return [
    `The baseline's are ${apart[0].group} and ${apart[1].group}, ${formatMargin(own, unit)} apart: the observed gap ${change < 0 ? 'shrank' : 'grew'} by ${formatMargin(Math.abs(change), unit)}, which is not tested.`,
  ];
}

/** The largest difference between two groups' values, whatever the baseline's is. */
export const MAX_GROUP_GAP: Rule<'max_group_gap'> = {
  ...CHANGE,
  ...{ name: 'max_group_gap', key: 'max_group_gap', scope: 'groups', estimand: 'candidate', limitSign: 1 },
  description:
    "No two groups of samples, by `group_field`, may have values of the candidate that are further apart than this, such as 5pp. The baseline's own gap is shown and not judged.",
  flag: null,
  signFor: () => 1,
  parse(written, unit) {
    const parsed = parseChange(written, unit);
    if (!parsed.ok || parsed.value.kind === 'absolute') return parsed;
    return {
      ok: false,
      message: `${written} is a share of the baseline, and a gap between groups is a size`,
      fix: unit === 'rate' ? 'write points, such as 5pp' : 'write a plain number in the unit of the metric',
    };
  },
  allowsEverything: (limit, unit) => allowsAnyDrop(limit, unit, 'higher_is_better'),
  hypothesis: () => ({ refusal: 'A gap between groups is no single question.' }),
  judgeMetric: judgeGap,
  forecast: forecastGap,
  limitPhrase: () => ['no two groups further apart than', ''],
  outcomePhrase: (holds) => [holds ? 'is further from another than' : 'are further apart than', ''],
  questionPhrase: 'is further from another than',
};
