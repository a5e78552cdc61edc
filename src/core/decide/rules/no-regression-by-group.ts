import { DELTA } from '../../compare/estimand.ts';
import { effectiveOf, estimateOf, paired, shownDelta } from '../../compare/estimate.ts';
import { imputeDelta } from '../../compare/impute.ts';
import type { ImputedEstimate } from '../../compare/imputed-estimate.ts';
import { byCodeUnits } from '../../compare/pair.ts';
import type { MetricScores } from '../../compare/scores.ts';
import type { GateResult } from '../../domain/decision.ts';
import { formatChange, formatCount, formatLevel, formatMargin, plural } from '../../domain/format.ts';
import type { Gate, Policy } from '../../domain/gate.ts';
import { worseSign } from '../../domain/metric.ts';
import { countOf } from '../../stats/columns.ts';
import { type Inference, middleOf, testAgainst, threeOf } from '../../stats/inference.ts';
import { mcnemar } from '../../stats/mcnemar.ts';
import { benjaminiHochberg, holm } from '../../stats/multiplicity.ts';
import {
  type Ahead,
  balanced,
  chanceOfPairs,
  type Forecasts,
  fateFrom,
  outcomeUnder,
  UNCHANGED,
} from '../forecast.ts';
import { degradationOf, flipsOf, type Hypothesis } from '../hypothesis.ts';
import { estimateOfFlips } from '../hypothetical.ts';
import { factsOf, invalidGate, isStop } from '../result.ts';
import { faultOfGroups, listed, sizesOfGroups, splitByGroup } from './by-group.ts';
import { allowsAnyDrop, CHANGE, worsening } from './change.ts';
import { baselineAhead, isFlipped, MOVES_UNKNOWN } from './change-forecast.ts';
import { MAX_DROP } from './max-drop.ts';
import type { Rule } from './rule.ts';

type GroupGate = Extract<Gate, { rule: 'no_regression_by_group' }>;

/** Expected share of false alarms among the groups that are only pointed out. */
const POINTED_OUT_FALSELY = 0.1;

interface JudgedGroup {
  readonly group: string;
  readonly pairs: number;
  /** In the metric's unit. */
  readonly delta: number;
  /** One-sided p-value of "got worse by no more than the limit". */
  readonly p: number;
  /** Whether nothing follows, since a missing score could be anything. */
  readonly unheard: boolean;
  /** The p-value if every independent pair had got worse: what the group could show at most. */
  readonly smallestP: number;
}

/**
 * Judges every group of a task against the limit and blocks on any that is proven to be beyond it, with one error rate for
 * the whole family (Holm). A loss in a few subjects moves the total too little to be seen there: 15 points in 3 of 57 move
 * it by less than one.
 *
 * The verdict `pass` means that no alarm went off. It proves nothing safe, which a `max_drop` on the total does; and where
 * no group is large enough to set off the alarm, it is `inconclusive`.
 */
function judgeByGroup(gate: GroupGate, metric: MetricScores, policy: Policy): GateResult {
  const groups = splitByGroup(metric);
  const judged: JudgedGroup[] = [];
  const faults: string[] = [];
  for (const [group, own] of groups) {
    const result = judgeGroup(group, own, gate, policy);
    if ('fault' in result) faults.push(result.fault);
    else judged.push(result);
  }
  const fault = faultOfGroups(groups, gate.task);
  if (fault !== null) faults.unshift(fault);
  if (faults.length > 0) return invalidGate(gate, metric, faults);

  const alpha = policy.alpha.value;
  const adjusted = holm(judged.map(({ p }) => p));
  const rates = benjaminiHochberg(judged.map(({ p }) => p));
  const proven = judged.flatMap((group, index) => {
    const p = adjusted[index] ?? 1;
    return p < alpha ? [{ ...group, p }] : [];
  });
  const suspect = judged.filter(
    (_, index) => (adjusted[index] ?? 1) >= alpha && (rates[index] ?? 1) < POINTED_OUT_FALSELY,
  );
  const mute = judged.filter(({ smallestP }) => smallestP * judged.length >= alpha);
  const unheard = judged.filter((group) => group.unheard);
  const isSilent = unheard.length > 0 || mute.length === judged.length;
  const verdict = proven.length > 0 ? 'regression' : isSilent ? 'inconclusive' : 'pass';
  const leaning = verdict === 'inconclusive' && policy.onInconclusive.value === 'lean' ? 'none' : null;
  return {
    ...factsOf(gate, metric, null, alpha),
    margin: gate.limit.kind === 'absolute' ? gate.limit.value : null,
    verdict,
    bound: null,
    leaning,
    test: {
      method: `holm, ${gate.limit.value === 0 ? 'mcnemar mid-p' : 'margin'}`,
      statistic: null,
      pSafe: null,
      pWorse: adjusted.reduce((least, p) => Math.min(least, p), 1),
    },
    ...(proven.length === 0
      ? {}
      : { groups: surest(proven).map(({ group, delta: value, pairs }) => ({ group, value, pairs })) }),
    minimumDetectable: null,
    needed: null,
    blocks: gate.tier === 'blocking' && isStop(verdict, leaning, policy.onInconclusive.value),
    reasons: [
      groupsMessage(verdict, judged.length, proven, mute.length === judged.length, gate, metric),
      ...(unheard.length === 0
        ? []
        : [`Scores are missing, which could be anything: ${listed(unheard.map(({ group }) => group))}.`]),
      ...(suspect.length === 0 ? [] : [`Not proven, but worth a look: ${nameGroups(suspect, metric)}.`]),
      ...(mute.length === 0 || mute.length === judged.length
        ? []
        : [`Too few samples to set off the alarm by themselves: ${listed(mute.map(({ group }) => group))}.`]),
    ],
  };
}

function judgeGroup(
  group: string,
  metric: MetricScores,
  gate: GroupGate,
  policy: Policy,
): JudgedGroup | { readonly fault: string } {
  const pairs = countOf(metric.scores, (score) => DELTA.read(score) !== null);
  // A share of a small group is less than a sample: one may always be missing, as long as there are others.
  const missing = metric.scores.length - pairs;
  if (pairs === 0 || missing > Math.max(1, (1 - policy.minCoverage.value) * metric.scores.length)) {
    return {
      fault: `Only ${formatCount(pairs)} of ${plural(metric.scores.length, 'sample')} of the group ${group} have scores.`,
    };
  }
  const baseline = estimateOf(metric, paired('baseline'));
  const hypothesis = MAX_DROP.hypothesis(gate.limit, metric.declaration, baseline);
  if ('refusal' in hypothesis || baseline === null) {
    return {
      fault: `The group ${group} cannot be judged: ${'refusal' in hypothesis ? hypothesis.refusal : 'it has no value.'}`,
    };
  }
  const estimate = imputeDelta(metric, hypothesis.relative);
  const independent = Math.floor(effectiveOf(metric, DELTA));
  const most = { regressed: independent, improved: 0, pairs: independent };
  const { min, max } = metric.declaration.range;
  const allWorse = estimateOfFlips(hypothesis.sign, most, min === null || max === null ? 1 : max - min);
  const p = estimate === null ? 1 : pWorse(hypothesis, estimate);
  return {
    group,
    pairs,
    delta: shownDelta(estimate?.value ?? 0, baseline.value, metric.declaration),
    p: p ?? 1,
    unheard: p === null,
    smallestP: pWorse(hypothesis, allWorse) ?? 1,
  };
}

/**
 * Missing scores count as good as can be: an alarm must not go off for want of data, which coverage has judged. Null where
 * nobody knows how good that is. At a limit of 0 it is the exact mid-p McNemar test of the flips, which keeps its level in
 * small groups.
 */
function pWorse({ sign, boundary }: Hypothesis, estimate: ImputedEstimate): number | null {
  const { best } = degradationOf(estimate, sign);
  return best === null ? null : pGreater(best.inference, boundary);
}

function pGreater(inference: Inference, boundary: number): number {
  if (inference.kind === 'between')
    return middleOf(threeOf(inference).map((each) => pGreater(each, boundary)));
  const flips = boundary === 0 ? flipsOf(inference) : null;
  return flips === null
    ? testAgainst(inference, boundary).pGreater
    : mcnemar(flips.improved, flips.regressed).midPWorse;
}

/** Of candidates whose answers flip: an alarm goes off by the group that is worst, the first that Holm's method looks at. */
function forecastByGroup({ limit }: GroupGate, { metrics: [own] }: Ahead, policy: Policy): Forecasts {
  if (!isFlipped(own)) return MOVES_UNKNOWN;
  const sizes = sizesOfGroups(own.rows);
  if (sizes.length === 0) return { missing: 'groups of its samples: set group_field' };
  const hypothesis = MAX_DROP.hypothesis(limit, own.declaration, baselineAhead(own));
  if ('refusal' in hypothesis) return [];
  const isSilent = (pairs: number) => (improved: number, regressed: number) => {
    const estimate = estimateOfFlips(hypothesis.sign, { regressed, improved, pairs });
    return (pWorse(hypothesis, estimate) ?? 1) * sizes.length >= policy.alpha.value;
  };
  const unheard = outcomeUnder({ verdict: 'inconclusive', leaning: 'none' }, policy.onInconclusive.value);
  if (sizes.every((size) => isSilent(size)(0, size)))
    return [{ of: UNCHANGED, fate: fateFrom({ proven: 0, blocked: unheard === 'blocked' ? 1 : 0 }) }];
  const rates = balanced(own.discordance);
  const chances = new Map(sizes.map((size) => [size, 0]));
  for (const size of chances.keys()) chances.set(size, chanceOfPairs(size, rates, isSilent(size)));
  const silent = sizes.reduce((chance, size) => chance * (chances.get(size) ?? 1), 1);
  return [
    { of: UNCHANGED, fate: fateFrom({ proven: silent, blocked: 1 - silent }), passes: 'set off no alarm' },
  ];
}

function groupsMessage(
  verdict: GateResult['verdict'],
  count: number,
  proven: readonly JudgedGroup[],
  isTooSmall: boolean,
  gate: GroupGate,
  metric: MetricScores,
): string {
  const { unit } = metric.declaration;
  const move = worseSign(metric.declaration) === -1 ? 'dropped' : 'risen';
  const { kind, value } = gate.limit;
  const size = kind === 'relative' ? `${formatLevel(value)} of the baseline` : formatMargin(value, unit);
  const by = value === 0 ? '' : ` by more than ${size}`;
  if (verdict === 'regression') {
    return `${formatCount(proven.length)} of ${plural(count, 'group')} ${proven.length === 1 ? 'is' : 'are'} proven to have ${move}${by}: ${nameGroups(proven, metric)}.`;
  }
  if (isTooSmall) {
    return `None of ${plural(count, 'group')} has enough samples to prove that it has ${move}${by}, even if every answer had become worse.`;
  }
  if (verdict === 'inconclusive') {
    return `None of ${plural(count, 'group')} is proven to have ${move}${by}, and not all could be judged.`;
  }
  return `None of ${plural(count, 'group')} is proven to have ${move}${by}. This is an alarm that did not go off, not a proof of safety.`;
}

const surest = (groups: readonly JudgedGroup[]): readonly JudgedGroup[] =>
  [...groups].sort((a, b) => a.p - b.p || byCodeUnits(a.group, b.group));

function nameGroups(groups: readonly JudgedGroup[], { declaration }: MetricScores): string {
  return listed(
    surest(groups).map(
      ({ group, delta, pairs }) =>
        `${group} ${formatChange(delta, declaration.unit)} (${plural(pairs, 'pair')})`,
    ),
  );
}

/**
 * No group of samples (a subject) may be proven to have got worse by more than the limit, all groups of the task being one
 * family; a limit of 0 forbids any proven loss.
 */
export const NO_REGRESSION_BY_GROUP: Rule<'no_regression_by_group'> = {
  ...CHANGE,
  ...{ name: 'no_regression_by_group', key: 'no_regression_by_group', scope: 'groups', limitSign: 1 },
  isAlarm: true,
  description:
    'No group of samples, such as a subject, may be proven to have got worse by more than this; `0pp` forbids any proven loss. An alarm beside `max_drop`: its pass proves no safety.',
  flag: null,
  allowsEverything: allowsAnyDrop,
  hypothesis: MAX_DROP.hypothesis,
  judgeMetric: judgeByGroup,
  forecast: forecastByGroup,
  limitPhrase: ({ direction }) => [
    `no group may ${worsening(direction === null ? -1 : worseSign({ direction }))}`,
    '',
  ],
  outcomePhrase: (holds) => [`${holds ? 'is' : 'are'} proven to be worse by more than`, ''],
  questionPhrase: 'got worse by more than',
};
