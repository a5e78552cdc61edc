import type { AnswerHealth, Answers, BySide, Guessing, Mismatch, TaskResult } from '../domain/decision.ts';
import { answersVary, designOf, type RunRecord, type TaskRole, type TaskRun } from '../domain/run.ts';
import { type SampleRecord, type Samples, sampleKey } from '../domain/sample.ts';
import { followsFrom } from '../metrics/following.ts';
import { aggregatedMetrics } from './aggregate-only.ts';
import { answersOf, areSameAnswers, guessingOf } from './answers.ts';
import { alignAverages } from './averages.ts';
import { classResultsOf } from './class-results.ts';
import { findMismatches, missingRun, mixedModels, repeatedRun } from './comparability.ts';
import { DrawPlan, type FoundDraw, replayDraw } from './draw.ts';
import type { PreparedDrift } from './drift.ts';
import { worstFlips } from './flips.ts';
import { lackingParts, withGroups, withPartsOf } from './group-parts.ts';
import { isOwnJudge } from './judge-likes.ts';
import { metricResults } from './metric-result.ts';
import { byCodeUnits, displayKey, filterOf, type Pairs, pairSamples } from './pair.ts';
import { dependenceOf } from './questions.ts';
import { answersEach } from './repeats.ts';
import { inOrder, type MetricScores, onlyOn, scoresOf } from './scores.ts';

/** Two runs of a task side by side: what a reader is shown, and the paired scores that gates are judged by. */
export interface TaskComparison {
  readonly task: string;
  /** Null when neither side ran, so that nobody said. */
  readonly role: TaskRole | null;
  readonly mismatches: readonly Mismatch[];
  /** Whether the runs were capped to a part of the task's samples. */
  readonly limited: boolean;
  /** Samples from which a capped run drew its own at random; null where nobody says so on both sides. */
  readonly population: number | null;
  /** Keys of the candidate's samples in the order of a sequential evaluation; null when it was designed in full. */
  readonly sequence: readonly string[] | null;
  /** How a sequential evaluation drew its samples. */
  readonly draw: FoundDraw;
  /** One a metric and filter that lines carry. */
  readonly metrics: readonly MetricScores[];
  /** Null when neither side ran. */
  readonly result: TaskResult | null;
  /** What each side's answers look like; null where none was kept. */
  readonly answers: BySide<Answers | null>;
  /** Whether answers without a text are known to be just that, and none that was not kept. */
  readonly keepsAnswers: boolean;
  /** What a guess is worth on the baseline's samples. */
  readonly guessing: Guessing;
  /** Whether a side was scored by its own model. */
  readonly ownJudge: BySide<boolean>;
  /** Whether other weights answered every sample alike; null where they are the same weights, or nobody can tell. */
  readonly isSame: boolean | null;
  /** What there is to measure of how the answers differ; only where somebody asked for it. */
  readonly drift?: PreparedDrift;
}

/**
 * Compares two runs of one task; null for a side that did not run, which is a hard mismatch.
 * @param alpha one-sided error of the intervals that are shown
 */
export function compareTask(
  ofBaseline: TaskRun | null,
  ofCandidate: TaskRun | null,
  alpha = 0.05,
  task = ofCandidate?.record.task ?? ofBaseline?.record.task ?? '',
): TaskComparison {
  const [baseline, candidate] =
    ofBaseline === null || ofCandidate === null
      ? [ofBaseline, ofCandidate]
      : [alignAverages(ofBaseline, ofCandidate), alignAverages(ofCandidate, ofBaseline)];
  const record = candidate?.record ?? baseline?.record;
  if (record === undefined) {
    const mismatches = [missingRun(task, null, null)];
    return {
      task,
      role: null,
      mismatches,
      limited: false,
      population: null,
      sequence: null,
      draw: null,
      metrics: [],
      result: null,
      answers: { baseline: null, candidate: null },
      keepsAnswers: false,
      guessing: { chance: null, majority: null },
      ownJudge: { baseline: false, candidate: false },
      isSame: null,
    };
  }
  const pairing = pairSamples(baseline?.samples ?? [], candidate?.samples ?? []);
  const isAggregated = [baseline, candidate].some((run) => run?.record.aggregates !== undefined);
  const metrics = isAggregated
    ? aggregatedMetrics(baseline, candidate, pairing.pairs, record)
    : metricsOf(pairing.pairs, record, { baseline: baseline?.record, candidate: candidate?.record });
  const sequence = isAggregated ? null : sequenceOf(candidate);
  // What a sequential run has not evaluated is not missing: a reader is shown the samples that were.
  const seen =
    sequence === null ? metrics : metrics.map((metric) => onlyOn(metric, inOrder(metric, sequence)));
  const draw = drawOfRuns(baseline, candidate);
  const isStopped = stopOf(candidate).stopped !== undefined;
  const answers = {
    baseline: answersOf(baseline?.samples ?? []),
    candidate: answersOf(candidate?.samples ?? []),
  };
  const limited = (record.fingerprint.limit ?? null) !== null;
  const keepsAnswers = record.fingerprint.harness === 'weighbridge native';
  const guessing = guessingOf(baseline?.samples ?? []);
  return {
    task,
    role: record.task_role,
    mismatches:
      baseline === null || candidate === null
        ? [missingRun(task, baseline?.record ?? null, candidate?.record ?? null)]
        : findMismatches(baseline.record, candidate.record, pairing),
    limited,
    population:
      baseline?.record.population === candidate?.record.population
        ? (candidate?.record.population ?? null)
        : null,
    sequence,
    draw,
    metrics,
    result: {
      task,
      role: record.task_role,
      primaryMetric: record.primary_metric,
      ...stopOf(candidate),
      ...drawOf(candidate),
      samples: { baseline: countsOf(baseline), candidate: countsOf(candidate) },
      pairs: pairing.pairs.complete,
      ...askedAgainOf(metrics),
      ...writtenAnswers(answers),
      metrics: metricResults(metrics, seen, { alpha, isStopped, draw }),
      ...classResultsOf(seen),
      basis: { design: designOf(record), limited, answers, keepsAnswers, guessing },
      flips: flipsOf(record, pairing.pairs, metrics),
    },
    answers,
    keepsAnswers,
    guessing,
    ownJudge: { baseline: isOwnJudge(baseline?.record), candidate: isOwnJudge(candidate?.record) },
    isSame: isSameThroughout(pairing.pairs, baseline?.record, candidate?.record),
  };
}

/**
 * Compares all tasks. Every task that was expected or that ran is in the answer, those expected first: a task which only
 * one side has, or none, carries a hard mismatch and is never dropped.
 */
export function compareRuns(
  baseline: readonly TaskRun[],
  candidate: readonly TaskRun[],
  expectedTasks: readonly string[],
  alpha = 0.05,
): TaskComparison[] {
  const expected = new Set(expectedTasks);
  // One after the other: of two groups that hold the same parts both sides must not give up their own.
  const groupedCandidate = withGroups(candidate, baseline, expectedTasks);
  const groupedBaseline = withGroups(baseline, groupedCandidate, expectedTasks);
  const ofCandidate = withPartsOf(groupedCandidate, groupedBaseline);
  const ofBaseline = withPartsOf(groupedBaseline, groupedCandidate);
  const others = new Set([...ofBaseline, ...ofCandidate].map((run) => run.record.task).sort(byCodeUnits));
  return [...new Set([...expected, ...others])].map((task) => {
    const left = ofBaseline.filter((run) => run.record.task === task);
    const right = ofCandidate.filter((run) => run.record.task === task);
    const comparison = compareTask(left[0] ?? null, right[0] ?? null, alpha, task);
    const repeated =
      left.length < 2 && right.length < 2 ? [] : [repeatedRun(task, left.length, right.length)];
    const mixed = mixedModels(task, baseline.map(recordOf), candidate.map(recordOf));
    const lacking = lackingParts(task, baseline, candidate);
    return { ...comparison, mismatches: [...comparison.mismatches, ...repeated, ...mixed, ...lacking] };
  });
}

const recordOf = ({ record }: TaskRun): RunRecord => record;

/** What a reader is shown of answers that were written; of those that were chosen there is nothing to show. */
function writtenAnswers({ baseline, candidate }: BySide<Answers | null>): Pick<TaskResult, 'answers'> {
  const isWritten = [baseline, candidate].some((side) => side !== null && !side.chosen);
  return isWritten ? { answers: { baseline: healthOf(baseline), candidate: healthOf(candidate) } } : {};
}

function healthOf(of: Answers | null): AnswerHealth | null {
  if (of === null) return null;
  const { samples: _, chosen: __, ...health } = of;
  return health;
}

function isSameThroughout(
  pairs: Pairs,
  baseline: RunRecord | undefined,
  candidate: RunRecord | undefined,
): boolean | null {
  const weightsOf = (record: RunRecord | undefined) =>
    record === undefined ? null : `${record.model.digest} ${record.model.adapter_digest}`;
  if (weightsOf(baseline) === weightsOf(candidate)) return null;
  return areSameAnswers(completePairs(pairs));
}

function* completePairs(pairs: Pairs): Generator<readonly [SampleRecord, SampleRecord]> {
  for (const { baseline, candidate } of pairs)
    if (baseline !== null && candidate !== null) yield [baseline, candidate];
}

function countsOf(run: TaskRun | null) {
  return { planned: run?.record.planned ?? 0, evaluated: run?.samples.length ?? 0 };
}

/** Of the filter in which most do. */
function askedAgainOf(metrics: readonly MetricScores[]): Pick<TaskResult, 'askedAgain'> {
  const [most] = metrics.flatMap(({ askedAgain }) => askedAgain ?? []).sort((a, b) => b.rows - a.rows);
  if (most === undefined) return {};
  const [one, other] = most.first;
  return { askedAgain: { ...most, first: [displayKey(one), displayKey(other)] } };
}

function stopOf(candidate: TaskRun | null): Pick<TaskResult, 'stopped'> {
  const status = candidate?.record.status;
  const stop = status?.state === 'complete' ? status.stopped : undefined;
  return stop === undefined ? {} : { stopped: stop.because };
}

function drawOf(candidate: TaskRun | null): Pick<TaskResult, 'orderSeed'> {
  const seed = candidate?.record.order_seed;
  return seed === undefined ? {} : { orderSeed: seed };
}

/** Replayed from what is stored; `lost` where that does not fit. */
function drawOfRuns(baseline: TaskRun | null, candidate: TaskRun | null): FoundDraw {
  const draw = candidate?.record.draw;
  if (draw === undefined || candidate === null || baseline === null) return null;
  const plan = DrawPlan.of(draw, baseline.samples);
  return (plan === null ? null : replayDraw(plan, candidate.samples)) ?? 'lost';
}

/** One a declared metric and filter; a filter whose lines do not mention the metric does not have it. */
function metricsOf(
  pairs: Pairs,
  { metrics, planned }: RunRecord,
  records: BySide<RunRecord | undefined>,
): MetricScores[] {
  const mentioned = new Map<string | null, Set<string>>();
  const isOneFilter = pairs.lacks('filter');
  for (const pair of pairs) {
    const names = mentioned.get(filterOf(pair)) ?? new Set();
    mentioned.set(filterOf(pair), names);
    for (const sample of [pair.baseline, pair.candidate]) {
      for (const name of Object.keys(sample?.scores ?? {})) names.add(name);
    }
    if (isOneFilter && metrics.every((declaration) => followsFrom(declaration, names))) break;
  }
  const filters = [...mentioned].sort(([a], [b]) => byCodeUnits(a ?? '', b ?? ''));
  const varies = Object.values(records).some((record) => record !== undefined && answersVary(record));
  const ofFilters = filters.map(([filter, names]) => ({ filter, names, among: dependenceOf(pairs, filter) }));
  return metrics.flatMap((declaration) =>
    ofFilters
      .filter(({ names }) => followsFrom(declaration, names))
      .map(({ filter, among }) => {
        const answers = {
          baseline: answersEach(records.baseline, declaration),
          candidate: answersEach(records.candidate, declaration),
        };
        const declared = (side: keyof typeof records) =>
          records[side]?.metrics.find(({ name }) => name === declaration.name) ?? declaration;
        const own = { baseline: declared('baseline'), candidate: declared('candidate') };
        const scores = scoresOf(pairs, declaration, filter, planned, answers, among, own);
        return varies ? { ...scores, varies } : scores;
      }),
  );
}

function flipsOf(record: RunRecord, pairs: Pairs, metrics: readonly MetricScores[]) {
  const primary = metrics.find((metric) => metric.declaration.name === record.primary_metric);
  return primary === undefined ? [] : worstFlips(pairs, primary);
}

/** Keys of the candidate's samples in the order in which they were evaluated; null where that order decides nothing. */
function sequenceOf(
  run: { readonly record: RunRecord; readonly samples: Samples } | null,
): readonly string[] | null {
  return run === null || designOf(run.record) === 'full' ? null : Array.from(run.samples, sampleKey);
}
