import type { BySide } from '../domain/decision.ts';
import type { AnswerReader, MeasuredDrift, TaskDrift, UnmeasuredDrift } from '../domain/drift.ts';
import type { TaskRun } from '../domain/run.ts';
import { holm } from '../stats/multiplicity.ts';
import { seedOf } from '../stats/random.ts';
import { swapTests } from '../stats/swaps.ts';
import { type AnswerPairs, answerPairs } from './answer-pairs.ts';
import type { Feature } from './drift-feature.ts';
import { driftFeatures } from './drift-features.ts';

/** A task whose answers are compared, whatever they are worth. */
export interface DriftRequest {
  readonly task: string;
  /** Null for a side that did not run. */
  readonly runs: BySide<TaskRun | null>;
  /** In what the two sides were asked otherwise; null where in nothing that counts. */
  readonly unlike: string | null;
}

export interface DriftOptions {
  readonly reader: AnswerReader;
  /** Smallest share of prompts with an answer of both sides. */
  readonly minCoverage: number;
}

/** Two-sided, of all features of all tasks together. */
const FAMILY_ALPHA = 0.05;
/** Fewer can hardly prove anything, and their intervals are too short. */
const FEWEST_UNITS = 10;
const FEWEST_DRAWS = 1999;

/** What there is to measure of a task's answers. */
export interface PreparedDrift {
  readonly task: string;
  readonly answers: AnswerPairs | null;
  /** Why nothing is. */
  readonly unmeasured: string | null;
  /** Whether that is since the evaluation ended once it was decided. */
  readonly isStopped: boolean;
  readonly features: readonly (Feature | UnmeasuredDrift)[];
}

const STOPPED =
  'its evaluation ended before its last prompt, once its gates were decided: `--full` asks all of them';

const isReady = (feature: Feature | UnmeasuredDrift): feature is Feature => !('status' in feature);

/**
 * How the answers of two models differ, of tasks that have no right answer. Every feature of a task is tested by the same random swaps of
 * sides within prompts, and the chance of one false alarm among all of them held by Holm's method. Whatever could not be looked at
 * has its reason: that is never "no drift".
 */
export function driftOf(requests: readonly DriftRequest[], options: DriftOptions): TaskDrift[] {
  const prepared = requests.map((request) => prepareDrift(request, options));
  const count = prepared.flatMap(({ features }) => features.filter(isReady)).length;
  // So many that the smallest p-value can be proven with room to spare.
  const draws = Math.max(FEWEST_DRAWS, Math.ceil((4 * count) / FAMILY_ALPHA) - 1);
  const tested = prepared.map((each) => ({ ...each, features: testedFeatures(each, draws) }));
  const adjusted = holm(
    tested.flatMap(({ features }) => features.flatMap((each) => ('p' in each ? [each.p] : []))),
  );
  let next = 0;
  return tested.map(({ task, answers, unmeasured, features }) => ({
    task,
    planned: answers?.planned ?? 0,
    answered: answers?.pairs.length ?? 0,
    ...(unmeasured === null ? {} : { unmeasured }),
    features: features.map((each) => {
      if (!('p' in each)) return each;
      const p = adjusted[next] ?? 1;
      next += 1;
      return measured(each.feature, p);
    }),
  }));
}

/** Those that are ready with their p-values. */
function testedFeatures({ task, answers, features }: PreparedDrift, draws: number) {
  const statistics = features.filter(isReady).map(({ statistic }) => statistic);
  const tests = swapTests(answers?.units ?? 0, statistics, { draws, seed: seedOf(['drift', task]) });
  return features.map((feature) => {
    if (!isReady(feature)) return feature;
    const test = tests.shift();
    if (test === undefined) throw new Error('a feature of drift that was not tested');
    return { feature, p: test.p };
  });
}

function measured(feature: Feature, p: number): MeasuredDrift {
  const { words, ...summary } = feature.summary();
  const isProven = p < FAMILY_ALPHA;
  return {
    feature: feature.feature,
    ...(feature.metric === undefined ? {} : { metric: feature.metric }),
    status: isProven ? (feature.isLarge(summary.effect.value) ? 'moved' : 'slight') : 'none',
    prompts: feature.prompts,
    ...summary,
    ...{ matters: feature.matters, p },
    // What tells the sides apart where nothing does is chance.
    ...(isProven && words !== undefined ? { words } : {}),
  };
}

export function prepareDrift(
  { task, runs, unlike }: DriftRequest,
  { reader, minCoverage }: DriftOptions,
): PreparedDrift {
  const { baseline, candidate } = runs;
  const nothing = (unmeasured: string, answers: AnswerPairs | null = null): PreparedDrift => ({
    ...{ task, answers, unmeasured, isStopped: unmeasured === STOPPED, features: [] },
  });
  if (baseline === null || candidate === null)
    return nothing(`the ${baseline === null ? 'baseline' : 'candidate'} has no run of it`);
  if (unlike !== null) return nothing(`the two sides were not asked alike: ${unlike}`);
  const answers = answerPairs({ baseline, candidate });
  const ended = endOf(baseline, candidate);
  if (ended !== null) return nothing(ended, answers);
  const { pairs, planned, units } = answers;
  if (pairs.length === 0 || pairs.length < minCoverage * planned) {
    return nothing(
      `${pairs.length} of ${planned} prompts have a written answer of both sides that was kept`,
      answers,
    );
  }
  if (units < FEWEST_UNITS)
    return nothing(`${units} independent prompts are too few, ${FEWEST_UNITS} the fewest`, answers);
  const metrics = candidate.record.metrics.filter(({ name }) =>
    baseline.record.metrics.some((metric) => metric.name === name),
  );
  const features = driftFeatures(answers, reader, metrics).map((feature): Feature | UnmeasuredDrift => {
    const { prompts, usedUnits, tooFew, metric } = feature;
    if (usedUnits >= FEWEST_UNITS && 2 * prompts >= pairs.length) return feature;
    return {
      feature: feature.feature,
      ...(metric === undefined ? {} : { metric }),
      status: 'not measured',
      reason: `of ${pairs.length} prompts both answers to ${prompts} ${tooFew}`,
    };
  });
  return { task, answers, unmeasured: null, isStopped: false, features };
}

/** An evaluation that ended for what it saw has chosen how many answers there are. */
function endOf(baseline: TaskRun, candidate: TaskRun): string | null {
  for (const [side, { record }] of [
    ['baseline', baseline],
    ['candidate', candidate],
  ] as const) {
    const { status } = record;
    if (status.state !== 'complete') return `the evaluation of the ${side} did not come to its end`;
    if (status.stopped !== undefined) return STOPPED;
  }
  return null;
}
