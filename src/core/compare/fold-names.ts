import type { HeldOutFold } from '../domain/folds.ts';
import { type MetricDeclaration, worseSign } from '../domain/metric.ts';
import type { RunRecord, TaskRun } from '../domain/run.ts';
import { isRatio, questionOf, type SampleRecord, type Score, sampleKey } from '../domain/sample.ts';
import { fisherFewer } from '../stats/fisher.ts';
import { mcnemar } from '../stats/mcnemar.ts';
import { areSameAnswers } from './answers.ts';

/** Results of the checkpoint that was trained on all folds but this one. */
export interface FoldRuns {
  readonly fold: string;
  readonly runs: readonly TaskRun[];
}

/** A task with the fold of each of its samples. */
interface FoldsOfTask {
  readonly record: Pick<RunRecord, 'task' | 'task_role' | 'metrics' | 'primary_metric'> & {
    readonly folds: readonly HeldOutFold[];
  };
}

/** What two checkpoints come to on the same samples; of samples that are not independent, all together are one. */
interface Tally {
  readonly won: number;
  readonly lost: number;
  readonly tied: number;
}

/** The checkpoint that a fold is named for beside another, which was trained on that fold. */
export interface Duel {
  readonly task: string;
  readonly metric: string;
  readonly own: string;
  readonly other: string;
  readonly within: Tally;
  /** On all other folds. */
  readonly elsewhere: Tally;
}

/** How often folds that are named rightly may be taken for others, over all that is looked at. */
const ERROR = 0.001;
/** The error with which a checkpoint is said to do better on a fold than another. */
const BETTER = 0.01;

/** Two folds whose checkpoints answer all that both were asked alike, to the last bit, as far as answers were kept; else null. */
export function sameCheckpoint(folds: readonly FoldRuns[]): readonly [string, string] | null {
  for (const [index, one] of folds.entries())
    for (const other of folds.slice(index + 1))
      if (areSameAnswers(sharedSamples(one.runs, other.runs)) === true) return [one.fold, other.fold];
  return null;
}

function* sharedSamples(
  runs: readonly TaskRun[],
  others: readonly TaskRun[],
): Generator<readonly [SampleRecord, SampleRecord]> {
  for (const { record, samples } of runs) {
    const run = others.find((each) => each.record.task === record.task);
    const byKey = new Map([...(run?.samples ?? [])].map((sample) => [sampleKey(sample), sample]));
    for (const sample of samples) {
      const other = byKey.get(sampleKey(sample));
      if (other !== undefined) yield [sample, other];
    }
  }
}

/** Every checkpoint beside every other one, in every task that tells by sample how well it was answered. */
export function duelsOf(folds: readonly FoldRuns[], tasks: readonly FoldsOfTask[]): readonly Duel[] {
  return tasks.flatMap(({ record }) => {
    const metric = toldBy(record);
    if (metric === null) return [];
    const foldOf = new Map(record.folds.flatMap(({ fold, ids }) => ids.map((id) => [id, fold])));
    return folds.flatMap((own) =>
      folds
        .filter((other) => other !== own)
        .flatMap((other) => duelsOfPair(record.task, metric, own, other, foldOf)),
    );
  });
}

/**
 * The metric by which having been trained on a sample shows: the first of those that the task is about. Of what must not be
 * said, training on samples may make more.
 */
function toldBy({ task_role, metrics, primary_metric }: FoldsOfTask['record']): MetricDeclaration | null {
  if (task_role === 'safety') return null;
  const primary = metrics.filter(({ name }) => name === primary_metric);
  return [...primary, ...metrics].find(({ kind, weak }) => kind !== 'corpus' && !weak) ?? null;
}

function duelsOfPair(
  task: string,
  metric: MetricDeclaration,
  own: FoldRuns,
  other: FoldRuns,
  foldOf: ReadonlyMap<string, string>,
): Duel[] {
  const ofTask = ({ runs }: FoldRuns) => runs.filter(({ record }) => record.task === task);
  const gains = new Map<
    string | undefined,
    { within: Map<string, number>; elsewhere: Map<string, number> }
  >();
  for (const [sample, beside] of sharedSamples(ofTask(own), ofTask(other))) {
    const [score, otherScore] = [sample, beside].map(({ scores }) => numberOf(scores[metric.name]));
    if (score == null || otherScore == null) continue;
    const places = gains.get(sample.filter) ?? { within: new Map(), elsewhere: new Map() };
    gains.set(sample.filter, places);
    const units = foldOf.get(sample.id) === own.fold ? places.within : places.elsewhere;
    const unit = sample.cluster ?? questionOf(sample) ?? sample.id;
    units.set(unit, (units.get(unit) ?? 0) - worseSign(metric) * (score - otherScore));
  }
  return [...gains].map(([filter, { within, elsewhere }]) => ({
    ...{ task, own: own.fold, other: other.fold, within: tallyOf(within), elsewhere: tallyOf(elsewhere) },
    metric: filter === undefined ? metric.name : `${metric.name},${filter}`,
  }));
}

function numberOf(score: Score | undefined): number | null {
  if (typeof score === 'number') return score;
  if (score === undefined || !isRatio(score) || !(score.denominator > 0)) return null;
  return score.numerator / score.denominator;
}

function tallyOf(gains: ReadonlyMap<string, number>): Tally {
  let [won, lost] = [0, 0];
  for (const gain of gains.values()) {
    if (gain > 0) won += 1;
    if (gain < 0) lost += 1;
  }
  return { won, lost, tied: gains.size - won - lost };
}

/**
 * Where a checkpoint that was not trained on a fold does better there than one that was (a sign test), and more often so than on other
 * folds, it was: its results are given for another fold. The latter, Fisher's exact test of the share of wins, bears the error: it is
 * misled neither by a checkpoint that is the better one everywhere nor by folds of unequal difficulty.
 */
export function misnamed(duels: readonly Duel[]): Duel | null {
  const error = ERROR / duels.length;
  const found = duels.find(
    ({ within, elsewhere }) =>
      mcnemar(within.lost, within.won).exactWorse <= BETTER &&
      fisherFewer(losses(elsewhere), losses(within)) <= error,
  );
  return found ?? null;
}

const losses = ({ won, lost }: Tally) => ({ successes: lost, of: won + lost });

/** Whether other checkpoints have answered a fold too, so that its name could be held against something. */
export const isChecked = (fold: string, duels: readonly Duel[]): boolean =>
  duels.some(({ own, within: { won, lost, tied } }) => own === fold && won + lost + tied > 0);
