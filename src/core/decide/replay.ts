import { type Gate, metricsOfGate, type Policy } from '../domain/gate.ts';
import type { History, RecordedMetric, RecordedRun } from '../domain/history.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import { join, type Verdict } from '../domain/verdict.ts';
import { blocksMerge, decideByInterval, ofDelta, ofValue } from './from-intervals.ts';
import { hypothesisOf, ruleOf } from './rules/registry.ts';

/** What another policy would have said of one round, as far as its record can tell. */
export interface ReplayedRun {
  readonly run: RecordedRun;
  readonly gates: readonly ReplayedGate[];
  /** `invalid` where a blocking gate could not be replayed and no other stops the round. */
  readonly verdict: Verdict;
  /** Null where that rests on gates that could not be replayed. */
  readonly blocked: boolean | null;
}

export interface ReplayedGate {
  readonly gate: Gate;
  readonly verdict: Verdict;
  readonly blocks: boolean;
  /** Why the record cannot tell; null where it can. */
  readonly unknown: string | null;
}

/**
 * Judges rounds again under another policy, by the intervals that their records keep: whether a limit is proven is the same test
 * inverted, a lean is taken from the normal distribution with the interval's ends. What a record does not hold (groups, averages,
 * corpus metrics without an interval) is said, and lets no round pass.
 */
export function replay(
  { runs }: Pick<History, 'runs'>,
  gates: readonly Gate[],
  policy: Policy,
): readonly ReplayedRun[] {
  return runs.map((run) => {
    const replayed = gates.map((gate) => replayGate(gate, run, policy));
    const blocking = replayed.filter(({ gate }) => gate.tier === 'blocking');
    const known = blocking.filter(({ unknown }) => unknown === null);
    const stops = known.some(({ blocks }) => blocks);
    const isTold = stops || known.length === blocking.length;
    const verdict = isTold ? join(known.map((each) => each.verdict)) : 'invalid';
    return { run, gates: replayed, verdict, blocked: isTold ? stops || blocking.length === 0 : null };
  });
}

function replayGate(gate: Gate, run: RecordedRun, policy: Policy): ReplayedGate {
  const unknown = (why: string): ReplayedGate => ({ gate, verdict: 'invalid', blocks: false, unknown: why });
  const rule = ruleOf(gate);
  if (rule.scope !== 'metric' || rule.judgeTasks !== undefined)
    return unknown(`a record cannot tell of ${gate.rule}`);
  if (gate.against === 'anchor')
    return unknown('a record keeps what the anchor came to in its own gates alone');
  if (run.verdict === 'invalid') return unknown('the round could not be judged');
  const [named] = metricsOfGate(gate);
  const recorded = named === undefined ? null : findRecorded(run, named);
  if (recorded === null) return unknown('the round has no such metric');
  if (recorded.unit === 'perplexity') return unknown('its limits are on a logarithmic scale');
  const baseline = recorded.baseline === null ? null : { ...recorded.baseline, n: recorded.baseline.n ?? 0 };
  const declaration = declarationOf(recorded);
  const hypothesis = hypothesisOf(gate, declaration, baseline);
  if ('refusal' in hypothesis) return unknown(hypothesis.refusal);
  const worst = hypothesis.sign === 1 ? declaration.range.max : declaration.range.min;
  const left = worst === null || baseline === null ? Infinity : Math.abs(worst - baseline.value);
  const isLoss = hypothesis.estimand === 'delta' && rule.limitSign === 1;
  if (isLoss && left <= hypothesis.margin && gate.allowFloor !== true)
    return unknown('the baseline could get worse by no more than the limit');
  if (hypothesis.estimand === 'candidate' && recorded.corrected === true)
    return unknown("it is judged on a rate that is corrected for its scorer's errors");
  const known = hypothesis.estimand === 'delta' ? ofDelta(recorded.delta) : ofValue(recorded.candidate);
  if (known === null) return unknown('the round has no interval for it');
  const decided = decideByInterval(hypothesis, known, {
    alpha: policy.alpha.value,
    leanAlpha: policy.leanAlpha.value,
  });
  const blocks = gate.tier === 'blocking' && blocksMerge(decided, policy.onInconclusive.value);
  return { gate, verdict: decided.verdict, blocks, unknown: null };
}

function findRecorded(
  { tasks }: RecordedRun,
  named: { readonly task: string; readonly metric: string; readonly filter?: string },
): RecordedMetric | null {
  const name = named.filter === undefined ? named.metric : `${named.metric},${named.filter}`;
  const metrics = tasks.find(({ task }) => task === named.task)?.metrics ?? [];
  return (
    metrics.find(({ metric }) => metric === name) ??
    metrics.find(({ metric }) => metric.split(',')[0] === name) ??
    null
  );
}

/** As much of a metric as its limits need. */
export const declarationOf = ({
  metric,
  unit,
  direction,
}: Pick<RecordedMetric, 'metric' | 'unit' | 'direction'>): MetricDeclaration => ({
  ...{ name: metric.split(',')[0] ?? metric, unit, direction, kind: 'mean', scale: 'linear', weak: false },
  range: unit === 'rate' ? { min: 0, max: 1 } : { min: null, max: null },
});
