import { createHash } from 'node:crypto';
import { canonicalJson } from '../../core/domain/canonical-json.ts';
import type { Estimate, GateResult, SideValue, TaskResult, VerdictFile } from '../../core/domain/decision.ts';
import {
  HISTORY_VERSION,
  type RecordedGate,
  type RecordedRun,
  type RecordedTask,
  type RecordedValue,
  type TrainingFact,
} from '../../core/domain/history.ts';

/** What a verdict file does not say of its round. */
export interface RoundFacts {
  /** ISO 8601. */
  readonly date: string;
  readonly commit: string | null;
  readonly branch: string | null;
  readonly pullRequest: number | null;
  readonly seconds: number | null;
  readonly training: Readonly<Record<string, TrainingFact>>;
}

const MOST_IDS = 50;
const MOST_TEXT = 4000;

/** The line of a history that a verdict comes to. */
export function recordOf(file: VerdictFile, facts: RoundFacts): RecordedRun {
  const { verdict, blocked, proven, policy, candidate, baseline, anchor = null, waivers = [], cost } = file;
  const { identicalAnswers } = file;
  const summary = file.summary.slice(0, MOST_TEXT);
  const told = {
    ...{ date: facts.date, commit: facts.commit, branch: facts.branch, pullRequest: facts.pullRequest },
    ...{ weighbridge: file.provenance.weighbridge, verdict, blocked, proven, summary },
    policy: {
      ...{ alpha: policy.alpha.value, leanAlpha: policy.leanAlpha.value },
      onInconclusive: policy.onInconclusive.value,
      ...{ target: policy.target.value, minCoverage: policy.minCoverage.value },
    },
    ...{ candidate, baseline, anchor, training: facts.training },
    gates: file.gates.map(recordedGate),
    tasks: file.tasks.map((task) => recordedTask(task, file)),
    ...(identicalAnswers === undefined ? {} : { identicalAnswers }),
    waivers: waivers.flatMap(({ gate, by, reason, applied }) => (applied ? [{ gate, by, reason }] : [])),
    cost: { ...cost, seconds: facts.seconds },
  };
  const run = createHash('sha256').update(canonicalJson(told)).digest('hex').slice(0, 12);
  return { kind: 'run', schemaVersion: HISTORY_VERSION, run, ...told };
}

const recordedValue = (value: Estimate | SideValue | null): RecordedValue | null =>
  value === null ? null : { value: value.value, stderr: value.stderr, n: value.n };

const recordedGate = (gate: GateResult): RecordedGate => ({
  ...{ id: gate.id, task: gate.task, metric: gate.metric, rule: gate.rule, limit: gate.limit },
  ...{ margin: gate.margin, tier: gate.tier, pairs: gate.pairs, against: gate.against ?? 'baseline' },
  ...{ unit: gate.unit, direction: gate.direction, verdict: gate.verdict, leaning: gate.leaning },
  ...{ blocks: gate.blocks, waived: gate.waived !== undefined },
  ...{ baseline: recordedValue(gate.baseline), candidate: recordedValue(gate.candidate) },
  ...{ delta: gate.delta, flips: gate.flips },
});

function recordedTask(
  { task, role, primaryMetric, pairs, metrics, flips, stopped, basis }: TaskResult,
  { provenance, comparability }: VerdictFile,
): RecordedTask {
  // Of two sides that were not asked alike follows neither a change nor a trend.
  const isUnlike = comparability.some(
    ({ task: of, severity, against }) => of === task && severity === 'hard' && against === undefined,
  );
  const { dataset } = provenance.fingerprints[task]?.candidate ?? {};
  const ids = (isWorse: boolean) =>
    (isUnlike ? [] : flips)
      .filter(({ baseline, candidate }) => candidate.score < baseline.score === isWorse)
      .map(({ id }) => id)
      .slice(0, MOST_IDS);
  // Which way is worse follows from the metric, whatever way its scores go.
  const own = metrics.find(({ metric, basis: of }) => (of?.declaration.name ?? metric) === primaryMetric);
  const higherIsBetter = own?.direction !== 'lower_is_better';
  return {
    ...{ task, role, primaryMetric, pairs, worse: ids(higherIsBetter), better: ids(!higherIsBetter) },
    metrics: metrics.map(({ metric, unit, direction, baseline, candidate, delta, evidence, basis: own }) => ({
      ...{ metric, unit, direction, delta: isUnlike ? null : delta },
      baseline: isUnlike ? null : recordedValue(baseline),
      candidate: isUnlike ? null : recordedValue(candidate),
      ...(evidence === undefined ? {} : { evidence }),
      ...(isUnlike || own === undefined ? {} : { basis: own }),
    })),
    flips: isUnlike ? null : (own?.flips ?? null),
    dataset: typeof dataset === 'string' ? dataset : null,
    ...(stopped === undefined ? {} : { stopped }),
    ...(basis === undefined ? {} : { basis }),
  };
}
