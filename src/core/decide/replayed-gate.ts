import type { DeltaEstimate, MetricBasis, TaskBasis } from '../domain/decision.ts';
import { describeLimit, type Gate, metricsOfGate, type NamedMetric, type Policy } from '../domain/gate.ts';
import type { RecordedGate, RecordedMetric, RecordedRun, RecordedTask } from '../domain/history.ts';
import type { Verdict } from '../domain/verdict.ts';
import { whyNotJudged } from '../metrics/corpus/registry.ts';
import { refusalOfAggregates } from './aggregate-only.ts';
import { errorsOf, estimateFrom, provenBy } from './from-intervals.ts';
import type { Hypothesis } from './hypothesis.ts';
import { isStop, verdictOf } from './result.ts';
import { hypothesisOf, ruleOf } from './rules/registry.ts';
import { blindSpotOf, type Sight, silenceOf } from './sight.ts';
import { chooseTarget, testHypothesis } from './test-hypothesis.ts';

export interface ReplayedGate {
  readonly gate: Gate;
  readonly verdict: Verdict;
  readonly blocks: boolean;
  /** Why the record cannot tell; null where it can. */
  readonly unknown: string | null;
}

/** A metric of a round, with all that its version of the record keeps. */
interface Found {
  readonly task: RecordedTask & { readonly basis: TaskBasis };
  readonly recorded: RecordedMetric;
  readonly basis: MetricBasis;
}

/** What a gate would have said of a round. */
export function replayGate(gate: Gate, run: RecordedRun, policy: Policy): ReplayedGate {
  const unknown = (why: string): ReplayedGate => ({ gate, verdict: 'invalid', blocks: false, unknown: why });
  const { tier } = gate;
  const told = (verdict: Verdict, blocks: boolean): ReplayedGate => ({
    ...{ gate, verdict, blocks: tier === 'blocking' && blocks, unknown: null },
  });
  const rule = ruleOf(gate);
  if (rule.scope !== 'metric' || rule.judgeTasks !== undefined || gate.rule === 'average')
    return unknown(`a record cannot tell of ${gate.rule}`);
  if (gate.against === 'anchor')
    return unknown('a record keeps what the anchor came to in its own gates alone');
  if (run.verdict === 'invalid') return unknown('the round could not be judged');
  const [named] = metricsOfGate(gate);
  const found = named === undefined ? 'the round has no such metric' : findRecorded(run, named);
  if (typeof found === 'string') return unknown(found);
  const { recorded, basis } = found;
  const hypothesis = hypothesisOf(
    gate,
    basis.declaration,
    recorded.baseline === null ? null : { ...recorded.baseline, n: recorded.baseline.n ?? 0 },
  );
  if ('refusal' in hypothesis) return unknown(hypothesis.refusal);
  const invalid = invalidity(gate, found, hypothesis, policy);
  if (invalid !== null) return told('invalid', true);
  const judged = judgeAgain(gate, run, found, hypothesis, policy);
  if (typeof judged === 'string') return unknown(judged);
  const { verdict, leaning } = judged;
  const onInconclusive = policy.onInconclusive.value;
  const sight = sightOf(found);
  if (silenceOf(gate, verdict, sight) !== null) return told('invalid', true);
  const isBlind = verdict !== 'regression' && gate.allowFloor !== true;
  if (isBlind && blindSpotOf(gate, hypothesis.margin, sight, policy) !== null)
    return told('inconclusive', isStop('inconclusive', 'none', onInconclusive));
  return told(verdict, isStop(verdict, leaning, onInconclusive));
}

/** The one metric that a gate names; otherwise why there is none that could be it alone. */
function findRecorded({ tasks }: RecordedRun, named: NamedMetric): Found | string {
  const task = tasks.find((each) => each.task === named.task);
  const metrics = task?.metrics ?? [];
  const isMeant = ({ basis }: RecordedMetric) =>
    basis?.declaration.name === named.metric && (named.filter ?? basis.filter) === basis.filter;
  const [recorded, ...others] = metrics.filter(isMeant);
  const basis = recorded?.basis;
  if (task?.basis === undefined || recorded === undefined || basis === undefined) {
    return metrics.some((each) => each.basis === undefined)
      ? 'its record is of an earlier version, or of two sides that were not asked alike'
      : 'the round has no such metric';
  }
  if (others.length > 0) return `the round has ${named.metric} by several filters: name one`;
  return { task: { ...task, basis: task.basis }, recorded, basis };
}

/** Why the gate itself would have refused to judge. */
function invalidity(
  gate: Gate,
  { task, recorded, basis }: Found,
  { estimand }: Hypothesis,
  policy: Policy,
): string | null {
  if (recorded.evidence === 'weak') return refusalOfAggregates(gate, gate.task, policy);
  // What it has not asked is not missing.
  if (task.stopped !== undefined) return null;
  const { planned, scored } = basis;
  const usable = estimand === 'delta' ? scored.pairs : scored.candidate;
  return usable === 0 || usable < policy.minCoverage.value * planned ? 'too few scores' : null;
}

type Judged = Pick<ReturnType<typeof verdictOf>, 'verdict' | 'leaning'>;

/** By what the record keeps of the scores, else by what the gate itself said in the round; a text where neither tells. */
function judgeAgain(
  gate: Gate,
  run: RecordedRun,
  found: Found,
  hypothesis: Hypothesis,
  policy: Policy,
): Judged | string {
  const judged =
    hypothesis.relative !== undefined
      ? 'a share of the baseline is held against each pair of scores, which a record does not keep'
      : found.task.stopped === undefined
        ? judgeWhole(gate, found, hypothesis, policy)
        : judgeStopped(run, found, hypothesis, policy);
  return typeof judged === 'string' ? (judgedInRound(gate, run, found, policy) ?? judged) : judged;
}

/** By all samples that were planned; a text where the record does not hold what it takes. */
function judgeWhole(gate: Gate, found: Found, hypothesis: Hypothesis, policy: Policy): Judged | string {
  const { task, recorded, basis } = found;
  const { declaration, planned, scored, estimates } = basis;
  const { aggregate } = declaration;
  if (declaration.kind === 'corpus') {
    if (aggregate === undefined) return 'a record does not keep the samples that it is judged by';
    if (whyNotJudged(aggregate) !== null) return 'no gate may rest on it';
  }
  if (declaration.judge !== undefined) return JUDGED_BY_MODEL;
  const isChange = hypothesis.estimand === 'delta';
  if (!isChange && declaration.errors !== undefined)
    return "it is judged on a rate that is corrected for its scorer's errors";
  const n = isChange ? scored.pairs : scored.candidate;
  const [interval, counts, kept] = isChange
    ? [recorded.delta, basis.counts.delta, estimates?.delta]
    : [basis.value, basis.counts.value, estimates?.value];
  const isWeak = recorded.evidence === 'weak';
  const target = policy.target.value;
  if (!isWeak && target === 'benchmark' && task.basis.limited) return 'its samples were drawn from more';
  if (interval === null) return NO_INTERVAL;
  const alpha = policy.alpha.value;
  const isWhole = !task.basis.limited && !basis.repeated && n === planned;
  const estimate = estimateFrom(interval, counts, kept ?? null, n);
  if (estimate === null) return judgeByInterval(gate, found, interval, hypothesis, isWhole, policy);
  const about = isWeak ? 'population' : chooseTarget(target, hypothesis, estimate, alpha, isWhole);
  return verdictOf(gate, testHypothesis(hypothesis, estimate, alpha, about), policy);
}

const JUDGED_BY_MODEL = 'a record does not keep how far people agree with its judge';
const NO_INTERVAL = 'the round has no interval for it';

/** By an interval of which nothing else was kept: what it proves, and nothing that takes more. */
function judgeByInterval(
  gate: Gate,
  { recorded, basis }: Found,
  interval: DeltaEstimate,
  hypothesis: Hypothesis,
  isWhole: boolean,
  policy: Policy,
): Judged | string {
  if (basis.declaration.scale === 'log') return 'its limits are on a logarithmic scale';
  if (errorsOf(interval) === null) return NO_INTERVAL;
  const target = policy.target.value;
  const isWeak = recorded.evidence === 'weak';
  const ofBenchmark = verdictOfValue(gate, interval.value, hypothesis, policy);
  const { pairs, candidate } = basis.scored;
  const isMissing = (hypothesis.estimand === 'delta' ? pairs : candidate) < basis.planned;
  if (!isWeak && target === 'benchmark')
    return isMissing ? 'a record does not keep which scores are missing' : ofBenchmark;
  const proven = provenBy(interval, hypothesis, policy.alpha.value);
  const isSure = isWeak || target === 'population' || !isWhole || hypothesis.estimand === 'candidate';
  if (!isSure && hypothesis.tolerance > 0 && proven !== ofBenchmark.verdict)
    return 'a record does not keep how far graded scores moved, by which it speaks of exactly this benchmark or of more';
  if (proven === null) return 'a record does not keep what its interval is at another level';
  if (proven === 'inconclusive' && policy.onInconclusive.value === 'lean')
    return 'a record does not keep by how much an undecided gate misses its limit, by which it leans';
  return { verdict: proven, leaning: null };
}

/** Of exactly this benchmark. */
function verdictOfValue(gate: Gate, value: number, hypothesis: Hypothesis, policy: Policy): Judged {
  const whole = { value, inference: { kind: 'unknown' } } as const;
  const estimate = { method: 't', value, n: 1, sparse: false, lowest: whole, highest: whole } as const;
  return verdictOf(gate, testHypothesis(hypothesis, estimate, policy.alpha.value, 'benchmark'), policy);
}

/** What the same gate said in the round, where it was judged by the same policy; null where there is none, or more may have borne on it. */
function judgedInRound(
  gate: Gate,
  { gates, policy: own }: RecordedRun,
  found: Found,
  { alpha, leanAlpha, onInconclusive, target, minCoverage }: Policy,
): Judged | null {
  const isSame =
    own.alpha === alpha.value &&
    own.leanAlpha === leanAlpha.value &&
    own.onInconclusive === onInconclusive.value &&
    own.target === target.value &&
    own.minCoverage === minCoverage.value;
  const { declaration } = found.basis;
  if (!isSame || declaration.judge !== undefined) return null;
  const limit = describeLimit(gate, declaration.unit === 'rate' ? 'rate' : 'other');
  const same = gatesOn(found, gates).find(
    (each) => each.rule === gate.rule && each.limit === limit && each.against === 'baseline',
  );
  if (same === undefined || same.verdict === 'invalid') return null;
  const { verdict, leaning } = same;
  // It may have been the baseline that had nothing to lose, which this gate allows.
  const isOfScores = verdict !== 'inconclusive' || leaning === 'pass' || leaning === 'regression';
  return isOfScores || gate.allowFloor !== true ? { verdict, leaning } : null;
}

/** The gates of the round on a metric, by whichever of its names. */
function gatesOn({ task, recorded, basis }: Found, gates: readonly RecordedGate[]): readonly RecordedGate[] {
  const { name } = basis.declaration;
  const names = [name, recorded.metric, `${name},${basis.filter}`];
  return gates.filter((gate) => gate.task === task.task && names.includes(gate.metric));
}

/**
 * Of an evaluation that stopped for what it saw, an interval of a fixed size says nothing; that of a gate of the round which holds at any
 * stopping time proves whatever lies beyond its ends. Nobody knows to what an undecided limit would have come, had more been asked.
 */
function judgeStopped(
  { gates }: RecordedRun,
  found: Found,
  hypothesis: Hypothesis,
  policy: Policy,
): Judged | string {
  const stopped = 'the evaluation stopped before this limit was decided';
  const { task, basis } = found;
  if (hypothesis.estimand !== 'delta' || basis.declaration.scale === 'log' || task.basis.limited)
    return stopped;
  // One of several, since each of them may be wrong.
  const [interval] = gatesOn(found, gates).flatMap((gate) => anytimeOf(gate, policy) ?? []);
  const proven = interval === undefined ? null : provenBy(interval, hypothesis, policy.alpha.value);
  return proven === 'pass' || proven === 'regression' ? { verdict: proven, leaning: null } : stopped;
}

/** The interval of a gate of a round where it holds whenever the evaluation stopped. */
function anytimeOf({ rule, against, delta }: RecordedGate, { target }: Policy): DeltaEstimate | null {
  if (ruleOf({ rule }).scope !== 'metric' || against !== 'baseline') return null;
  if (delta === null) return null;
  const isOfBenchmark = delta.method.startsWith('betting');
  const isAnytime = isOfBenchmark || delta.method.startsWith('group sequential');
  if (!isAnytime || delta.method.endsWith('descriptive')) return null;
  if (isOfBenchmark && target.value === 'population') return null;
  if (!isOfBenchmark && target.value === 'benchmark') return null;
  return delta;
}

const sightOf = ({ task, basis }: Found): Sight => ({
  ...{ task: task.task, role: task.role, declaration: basis.declaration, baseline: () => basis.baseline },
  ...{ answers: task.basis.answers, keepsAnswers: task.basis.keepsAnswers, guessing: task.basis.guessing },
});
