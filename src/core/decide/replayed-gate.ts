import type { MetricBasis, TaskBasis } from '../domain/decision.ts';
import { type Gate, metricsOfGate, type NamedMetric, type Policy } from '../domain/gate.ts';
import type { RecordedGate, RecordedMetric, RecordedRun, RecordedTask } from '../domain/history.ts';
import type { Verdict } from '../domain/verdict.ts';
import { whyNotJudged } from '../metrics/corpus/registry.ts';
import { refusalOfAggregates } from './aggregate-only.ts';
import { estimateFrom } from './from-intervals.ts';
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
  const { task, recorded, basis } = found;
  const hypothesis = hypothesisOf(
    gate,
    basis.declaration,
    recorded.baseline === null ? null : { ...recorded.baseline, n: recorded.baseline.n ?? 0 },
  );
  if ('refusal' in hypothesis) return unknown(hypothesis.refusal);
  if (hypothesis.relative !== undefined)
    return unknown(
      'a share of the baseline is held against each pair of scores, which a record does not keep',
    );
  const invalid = invalidity(gate, found, hypothesis, policy);
  if (invalid !== null) return told('invalid', true);
  const judged =
    task.stopped === undefined
      ? judgeWhole(gate, found, hypothesis, policy)
      : judgeStopped(run, found, hypothesis, policy);
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

/** By all samples that were planned; a text where the record does not hold what it takes. */
function judgeWhole(
  gate: Gate,
  { task, recorded, basis }: Found,
  hypothesis: Hypothesis,
  policy: Policy,
): Judged | string {
  const { declaration, planned, scored } = basis;
  const { aggregate } = declaration;
  if (declaration.scale === 'log') return 'its limits are on a logarithmic scale';
  if (declaration.kind === 'corpus') {
    if (aggregate === undefined) return 'a record does not keep the samples that it is judged by';
    if (whyNotJudged(aggregate) !== null) return 'no gate may rest on it';
  }
  if (declaration.judge !== undefined) return 'a record does not keep how far people agree with its judge';
  const isChange = hypothesis.estimand === 'delta';
  if (!isChange && declaration.errors !== undefined)
    return "it is judged on a rate that is corrected for its scorer's errors";
  const n = isChange ? scored.pairs : scored.candidate;
  const [interval, counts] = isChange
    ? [recorded.delta, basis.counts.delta]
    : [basis.value, basis.counts.value];
  const isWeak = recorded.evidence === 'weak';
  const target = policy.target.value;
  if (!isWeak && target === 'benchmark') {
    if (task.basis.limited) return 'its samples were drawn from more';
    if (counts === null && n < planned) return 'a record does not keep which scores are missing';
  }
  const estimate = estimateFrom(interval, counts, n);
  if (estimate === null) return 'the round has no interval for it';
  const isWhole = !task.basis.limited && !basis.repeated && n === planned;
  const alpha = policy.alpha.value;
  const about = isWeak ? 'population' : chooseTarget(target, hypothesis, estimate, alpha, isWhole);
  const judged = verdictOf(gate, testHypothesis(hypothesis, estimate, alpha, about), policy);
  if (about !== 'benchmark' || target !== 'auto' || counts !== null) return judged;
  // Whether the interval at the limit is narrow too hangs on what each score moved.
  const inferred = verdictOf(gate, testHypothesis(hypothesis, estimate, alpha, 'population'), policy);
  return inferred.verdict === judged.verdict
    ? judged
    : 'a record does not keep how far graded scores moved, by which it speaks of exactly this benchmark or of more';
}

/**
 * Of an evaluation that stopped for what it saw, an interval of a fixed size says nothing; that of a gate of the round which holds at any
 * stopping time proves whatever lies beyond its ends. Nobody knows to what an undecided limit would have come, had more been asked.
 */
function judgeStopped(
  { gates }: RecordedRun,
  { task, recorded, basis }: Found,
  { estimand, sign, boundary }: Hypothesis,
  policy: Policy,
): Judged | string {
  const stopped = 'the evaluation stopped before this limit was decided';
  const { name, ...declaration } = basis.declaration;
  if (estimand !== 'delta' || declaration.scale === 'log' || task.basis.limited) return stopped;
  const names = [name, recorded.metric, `${name},${basis.filter}`];
  // One of several, since each of them may be wrong.
  const [interval] = gates.flatMap((gate) =>
    gate.task === task.task && names.includes(gate.metric) ? (anytimeOf(gate, policy) ?? []) : [],
  );
  if (interval === undefined) return stopped;
  const [best, worst] = sign === 1 ? [interval.low, interval.high] : [-interval.high, -interval.low];
  if (worst < boundary) return { verdict: 'pass', leaning: null };
  return best > boundary ? { verdict: 'regression', leaning: null } : stopped;
}

/** The interval of a gate of a round where it holds whenever the evaluation stopped, with an error of at most `alpha` to each side. */
function anytimeOf(
  { rule, against, delta }: RecordedGate,
  { alpha, target }: Policy,
): { readonly low: number; readonly high: number } | null {
  if (ruleOf({ rule }).scope !== 'metric' || against !== 'baseline') return null;
  if (delta === null || delta.low === null || delta.high === null) return null;
  const isOfBenchmark = delta.method.startsWith('betting');
  const isAnytime = isOfBenchmark || delta.method.startsWith('group sequential');
  if (!isAnytime || delta.method.endsWith('descriptive')) return null;
  if (isOfBenchmark && target.value === 'population') return null;
  if (!isOfBenchmark && target.value === 'benchmark') return null;
  const isSure = (1 - delta.level) / 2 <= alpha.value * (1 + 1e-9);
  return isSure ? { low: delta.low, high: delta.high } : null;
}

const sightOf = ({ task, basis }: Found): Sight => ({
  ...{ task: task.task, role: task.role, declaration: basis.declaration, baseline: () => basis.baseline },
  ...{ answers: task.basis.answers, keepsAnswers: task.basis.keepsAnswers, guessing: task.basis.guessing },
});
