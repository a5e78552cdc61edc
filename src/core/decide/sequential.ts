import { unitsOf } from '../compare/clusters.ts';
import type { FoundDraw, ReplayedDraw } from '../compare/draw.ts';
import { CANDIDATE, DELTA } from '../compare/estimand.ts';
import { alone, estimateOf, paired } from '../compare/estimate.ts';
import { imputeCandidate, imputeDelta } from '../compare/impute.ts';
import type { PairedScores } from '../compare/score-table.ts';
import { type MetricScores, onlyOn } from '../compare/scores.ts';
import type { Estimate, LookEvidence } from '../domain/decision.ts';
import { assertNever } from '../domain/errors.ts';
import type { Policy } from '../domain/gate.ts';
import { keepItems } from '../stats/columns.ts';
import { effectiveSize } from '../stats/effective.ts';
import type { Interval } from '../stats/interval.ts';
import { mapped } from '../stats/ratio.ts';
import { FIRST_BET, plannedLooks } from '../stats/sequential/looks.ts';
import { normalQuantile } from '../stats/special/normal.ts';
import {
  type AnytimeDecision,
  areZeroOrOne,
  betOnBenchmark,
  betOnRate,
  canProveRate,
  type OrderedSamples,
} from './anytime.ts';
import { type Hypothesis, onSamplesOf } from './hypothesis.ts';
import { ASSUMED_DISCORDANCE } from './hypothetical.ts';
import { type Target, type TestedHypothesis, testHypothesis } from './test-hypothesis.ts';

/** What a sequential test came to, and after how many samples; inconclusive only when all were seen. */
export interface SequentialOutcome {
  readonly hypothesis: Hypothesis;
  readonly tested: TestedHypothesis;
  /** The metric on the samples that were seen by then: all that the answer rests on. */
  readonly metric: MetricScores;
  readonly planned: number;
  /** One-sided error of the intervals that are shown. */
  readonly level: number;
  /** The interval of the change on the judged scale that holds at any look; null where the test has none. */
  readonly interval: Interval | null;
  /**
   * What the whole benchmark has by design, where drawn samples tell it by weight alone: the baseline's full value, and the
   * change, or of a value the value, on the judged scale. Null after a uniform draw.
   */
  readonly designed: { readonly baseline: Estimate | null; readonly value: number } | null;
  readonly progress: readonly LookEvidence[];
}

/**
 * The first look at which a gate is decided, on samples in the order in which they were evaluated: what comes after it
 * changes nothing. Which test is used follows from the gate, the baseline and the number of planned samples, never from the
 * candidate's scores.
 *
 * @param hypothesis null where there is no single one
 * @param metric all planned samples, with every score of the baseline
 * @param seen those that the candidate has, in order
 * @returns null while the gate is undecided, and where it can only be judged by the fixed test on all samples
 */
export function decideInOrder(
  hypothesis: Hypothesis | null,
  metric: MetricScores,
  seen: PairedScores,
  limited: boolean,
  policy: Policy,
  draw: FoundDraw = null,
): SequentialOutcome | null {
  const test = testOf(hypothesis, metric, seen, limited, policy, draw === 'lost' ? null : draw);
  // Looks and rates of independent samples hold for a uniform order alone.
  if (test === null || draw === 'lost' || (draw !== null && test.method !== 'betting')) return null;
  const { ordered, method } = test;
  switch (method) {
    case 'betting':
      return answered(ordered, betOnBenchmark(ordered), 'benchmark', 'betting without replacement');
    case 'e-process':
      return answered(ordered, betOnRate(ordered), 'population', method) ?? atEnd(ordered, method);
    case 'group sequential':
      return lookByLook(ordered);
    default:
      return assertNever(method);
  }
}

/**
 * After how many samples a gate could be decided at the earliest, whatever the candidate answers; null where not before the
 * last. Takes what `decideInOrder` takes.
 */
export function earliestAnswer(
  hypothesis: Hypothesis | null,
  metric: MetricScores,
  limited: boolean,
  policy: Policy,
): number | null {
  const test = testOf(hypothesis, metric, [], limited, policy);
  if (test === null) return null;
  const size = metric.scores.length;
  const earliest = {
    betting: FIRST_BET,
    'e-process': 1,
    // As many clusters as there are could be among the first samples.
    'group sequential': plannedLooks(size, policy.alpha.value, (n) =>
      Math.min(n, countUnits(metric.scores)),
    )[0]?.samples,
  }[test.method];
  return earliest !== undefined && earliest < size ? earliest : null;
}

/** Which test of a gate is made in the order of evaluation; null where it is judged on all samples alone. */
export function methodInOrder(
  hypothesis: Hypothesis | null,
  metric: MetricScores,
  limited: boolean,
  policy: Policy,
): Method | null {
  return testOf(hypothesis, metric, [], limited, policy)?.method ?? null;
}

/** The test in the order of evaluation; null where there is none, and all samples are judged at once. */
function testOf(
  hypothesis: Hypothesis | null,
  metric: MetricScores,
  seen: PairedScores,
  limited: boolean,
  policy: Policy,
  draw: ReplayedDraw | null = null,
): { readonly ordered: OrderedSamples; readonly method: Method } | null {
  const { kind, group_average: average, errors } = metric.declaration;
  if (hypothesis === null || kind !== 'mean' || average !== undefined) return null;
  // Sequential tests know the observed rate alone, and not what is behind it.
  if (hypothesis.estimand === 'candidate' && errors !== undefined) return null;
  const ordered: OrderedSamples = {
    ...{ hypothesis, metric, seen, draw },
    alpha: policy.alpha.value,
    isCovered: coverage(hypothesis, seen, policy.minCoverage.value),
  };
  const method = methodOf(ordered, limited, policy.target.value);
  return method === null ? null : { ordered, method };
}

/** Failures at the limit among all samples from which on a rate is looked at, and not bet on. */
const MANY_FAILURES = 50;

/**
 * Whether a ceiling or floor is decided by looks, each with the exact binomial test: bets on few rates prove what fails hardly ever soonest,
 * and of what fails often little that looks do not (docs/explanation/method.md).
 * @param limit as a rate of failures
 */
export const isLookedAt = (limit: number, samples: number): boolean => limit * samples >= MANY_FAILURES;

type Method = 'betting' | 'e-process' | 'group sequential';

function methodOf(
  ordered: OrderedSamples,
  limited: boolean,
  policy: Policy['target']['value'],
): Method | null {
  const { hypothesis, metric, alpha } = ordered;
  const size = metric.scores.length;
  const isBinary = areZeroOrOne(metric, metric.scores, 'baseline');
  const isPart = limited || metric.varies === true;
  if (plannedTarget(hypothesis, countEffective(metric.scores), isPart, alpha, policy) === 'benchmark') {
    // A cap leaves out samples that the benchmark has.
    return isBinary && !limited ? 'betting' : null;
  }
  const isClustered = countUnits(metric.scores) < size;
  if (hypothesis.estimand === 'delta' || isClustered || !isBinary) return 'group sequential';
  if (isLookedAt(hypothesis.tolerance, size)) return 'group sequential';
  return canProveRate(hypothesis, size, alpha) ? 'e-process' : null;
}

/** As `chooseTarget` of a fixed run, with the interval that a run of this size is expected to have. */
export function plannedTarget(
  hypothesis: Hypothesis,
  size: number,
  limited: boolean,
  alpha: number,
  policy: Policy['target']['value'],
): Target {
  if (policy !== 'auto') return policy;
  if (limited || hypothesis.estimand === 'candidate') return 'population';
  const halfWidth = normalQuantile(1 - alpha) * Math.sqrt(ASSUMED_DISCORDANCE / size);
  return halfWidth <= hypothesis.tolerance / 3 ? 'benchmark' : 'population';
}

/**
 * Ten equal looks: the fixed test at the level at which the look's boundary lies. z of Tango's test is compared with it, and
 * the normal score of t. Clusters make looks more alike than is assumed, which errs on the safe side.
 */
function lookByLook(ordered: OrderedSamples): SequentialOutcome | null {
  const { metric, seen, alpha } = ordered;
  const size = metric.scores.length;
  const progress: LookEvidence[] = [];
  for (const look of plannedLooks(size, alpha, (n) => countEffective(seen.slice(0, n)))) {
    if (look.samples > seen.length || !ordered.isCovered(look.samples)) continue;
    const outcome = judgeFirst(ordered, look.samples, look.level, 'population');
    if (outcome === null) continue;
    const { tested } = outcome;
    const share = (p: number | null) => (p === null ? 0 : Math.log(p) / Math.log(look.level));
    const { pSafe, pWorse } = tested.test;
    progress.push({ samples: look.samples, pass: share(pSafe), regression: share(pWorse) });
    if (tested.verdict === 'inconclusive' && look.samples < size) continue;
    const test = { ...tested.test, method: `group sequential, ${tested.test.method}`, level: look.level };
    return { ...outcome, tested: { ...tested, test }, progress };
  }
  return null;
}

/** The anytime test's answer, with the estimates of the samples that it was given on. */
function answered(
  ordered: OrderedSamples,
  answer: AnytimeDecision | null,
  target: Target,
  method: string,
): SequentialOutcome | null {
  if (answer === null) return null;
  const { verdict, pSafe, pWorse } = answer;
  const outcome = judgeFirst(ordered, answer.samples, ordered.alpha, target);
  if (outcome === null) return null;
  const { low, high } = answer.limits();
  // That of the samples' plain mean is none of a weighted draw.
  const width = answer.estimate === undefined ? {} : { halfWidth: (high - low) / 2 };
  const { estimand, sign } = ordered.hypothesis;
  const test = { method, statistic: null, pSafe, pWorse };
  return {
    ...outcome,
    tested: { ...outcome.tested, verdict, test, confidenceLimit: high, needed: null, ...width },
    progress: answer.progress,
    interval: estimand !== 'delta' ? null : sign === 1 ? { low, high } : { low: -high, high: -low },
    designed:
      answer.estimate === undefined
        ? null
        : {
            baseline: estimateOf(ordered.metric, alone('baseline')),
            value: sign * Math.min(high, Math.max(low, answer.estimate)),
          },
  };
}

/** Nothing is left to see, and the error was spent on looking: the fixed test may not decide as well. It can be leant on. */
function atEnd(ordered: OrderedSamples, method: string): SequentialOutcome | null {
  const size = ordered.metric.scores.length;
  if (ordered.seen.length < size || !ordered.isCovered(size)) return null;
  const outcome = judgeFirst(ordered, size, ordered.alpha, 'population');
  if (outcome === null) return null;
  const { pLean } = outcome.tested;
  const test = { method, statistic: null, pSafe: null, pWorse: null, ...(pLean === null ? {} : { pLean }) };
  return { ...outcome, tested: { ...outcome.tested, verdict: 'inconclusive', test, needed: null } };
}

function judgeFirst(
  { hypothesis, metric, seen }: OrderedSamples,
  samples: number,
  level: number,
  target: Target,
): SequentialOutcome | null {
  const first = onlyOn(metric, seen.slice(0, samples));
  const own = onSamplesOf(hypothesis, estimateOf(first, paired('baseline'))?.value ?? Number.NaN);
  const isChange = own.estimand === 'delta';
  const estimate = isChange ? imputeDelta(first, own.relative) : imputeCandidate(first);
  if (estimate === null) return null;
  const tested = testHypothesis(own, estimate, level, target);
  return {
    hypothesis,
    tested,
    metric: first,
    planned: metric.scores.length,
    level,
    interval: null,
    designed: null,
    progress: [],
  };
}

function coverage(hypothesis: Hypothesis, seen: PairedScores, minimum: number) {
  const read = hypothesis.estimand === 'delta' ? DELTA.read : CANDIDATE.read;
  let usable = 0;
  const counts = seen.map((score) => (usable += read(score) === null ? 0 : 1));
  return (samples: number) => (counts[samples - 1] ?? 0) >= minimum * samples;
}

/** Of what is known of the samples beforehand, scores or none. */
function countEffective(scores: PairedScores): number {
  const units = unitsOf<number>(scores, ({ weight }) => weight, {
    add: (left, right) => left + right,
    keep: keepItems,
  });
  return effectiveSize(mapped(units, (weight) => weight));
}

function countUnits(scores: PairedScores): number {
  return unitsOf(scores, (score) => score, { add: (score) => score, keep: keepItems }).count;
}
