import type { BySide } from '../domain/decision.ts';
import type { MetricDeclaration } from '../domain/metric.ts';
import type { Aggregate } from '../domain/run.ts';
import {
  isCorpus,
  isRatio,
  isUnscored,
  questionOf,
  type SampleRecord,
  type Score,
} from '../domain/sample.ts';
import { faultOfParts } from '../metrics/corpus/registry.ts';
import { scoreIn } from '../metrics/following.ts';
import { isGraded } from '../metrics/repeats.ts';
import { measuredBy } from '../metrics/usage.ts';
import { countOf } from '../stats/columns.ts';
import type { Part } from '../stats/ratio.ts';
import { byCodeUnits, filterOf, type Pairs, type SamplePair } from './pair.ts';
import { type AskedAgain, type Dependence, dependenceOf } from './questions.ts';
import { type AnswersEach, type RepeatNoise, repeatNoise } from './repeats.ts';
import { type PairedScore, type PairedScores, ScoreColumns, ScoreTable } from './score-table.ts';

export interface MetricScores {
  readonly declaration: MetricDeclaration;
  /** Null where the task's lines carry no filter. */
  readonly filter: string | null;
  /**
   * Every sample that the metric should have a score for, in the order of keys: those of either side, and a blank one for
   * each that was planned and is on neither.
   */
  readonly scores: PairedScores;
  /** Where a side has no samples: then `scores` is empty, and this is all that is known. */
  readonly aggregates?: BySide<Aggregate | null>;
  /** Whether `scores` are only some of what was planned, since the evaluation has not come further. */
  readonly partial?: true;
  /** How often a corpus metric is resampled, where that is not as often as a verdict asks for. */
  readonly resamples?: number;
  /** What a sample asks, by its key, so that other tasks can tell that they ask the same; null where nobody recorded it. */
  readonly questionOf?: (key: string) => string | null;
  /** The samples themselves, by their key. */
  readonly pairOf?: (key: string) => SamplePair | null;
  /** Only where a side answered each sample several times. */
  readonly repeats?: RepeatNoise;
  /** Whether a score is a mean over answers, between 0 and 1 by design: no count of right and wrong, whatever was seen. */
  readonly graded?: true;
  /** Whether other answers to the same questions would come to another value. */
  readonly varies?: true;
  /** Of what a clock measured: on which machines, either side's. */
  readonly machines?: readonly string[];
  /** Absent where no two rows ask the same. */
  readonly askedAgain?: AskedAgain;
  /** Samples that only this side has. */
  readonly unpaired: BySide<number>;
  /** Samples that this side has without a usable score. */
  readonly unscored: BySide<number>;
  /** The commonest reason that this side's samples give for having no score; hostile text, null where none gives one. */
  readonly whyUnscored: BySide<string | null>;
}

export function scoresOf(
  pairs: Pairs,
  declaration: MetricDeclaration,
  filter: string | null,
  planned: number,
  answers: AnswersEach = { baseline: 1, candidate: 1 },
  { clusterAt, askedAgain }: Dependence = dependenceOf(pairs, filter),
  /** How a side's own samples are read, where its run declares the metric otherwise: at other prices. */
  own: BySide<MetricDeclaration> = { baseline: declaration, candidate: declaration },
): MetricScores {
  const isMeasured = measuredBy(declaration) !== null;
  const machines = new Set<string>();
  const unpaired = { baseline: 0, candidate: 0 };
  const unscored = { baseline: 0, candidate: 0 };
  const reasons = { baseline: new Map<string, number>(), candidate: new Map<string, number>() };
  const unit = commonWeight(pairs, filter);
  // The pair of each row, where not every pair has one.
  const places = pairs.lacks('filter') ? null : new Int32Array(pairs.length);
  const numbers = numbersOf(pairs, own);
  const isBare = filter === null && COUNTING.every((member) => pairs.lacks(member));
  let count = 0;
  let heaviest = 0;
  const columns = new ScoreColumns(Math.max(pairs.length, planned), (row) =>
    row < count ? pairs.keyAt(places?.[row] ?? row) : `never run ${row - count}`,
  );
  const addPair = (pair: SamplePair, position: number) => {
    const turns = isMeasured ? pairs.turnsAt(position) : UNTIMED;
    const score = pairedScore(pair, own, unit, clusterAt(position), turns, {
      baseline: numbers?.baseline(position) ?? Number.NaN,
      candidate: numbers?.candidate(position) ?? Number.NaN,
    });
    for (const side of SIDES) {
      if (pair[side] === null) unpaired[side === 'baseline' ? 'candidate' : 'baseline'] += 1;
      else if (score[side] === null) unscored[side] += 1;
      const sample = pair[side];
      if (sample === null) continue;
      if (isMeasured && sample.timing !== undefined) machines.add(sample.timing.machine);
      const given = score[side] === null ? scoreIn(sample, own[side]) : undefined;
      if (given !== undefined && isUnscored(given)) {
        reasons[side].set(given.unscored, (reasons[side].get(given.unscored) ?? 0) + 1);
      }
    }
    if (places !== null) places[count] = position;
    heaviest = Math.max(heaviest, score.weight);
    columns.add(score);
  };
  const parts = isBare ? partsOf(pairs, own) : null;
  const addParts = (position: number): boolean => {
    const [before, after] = [parts?.baseline(position) ?? null, parts?.candidate(position) ?? null];
    if (before === null || after === null) return false;
    heaviest = Math.max(heaviest, 1);
    columns.add({ cluster: null, group: null, weight: 1, baseline: before, candidate: after });
    return true;
  };
  for (let position = 0; position < pairs.length; position += 1) {
    const before = isBare && numbers !== null ? numbers.baseline(position) : Number.NaN;
    const after = isBare && numbers !== null ? numbers.candidate(position) : Number.NaN;
    if (inRange(before, own.baseline) && inRange(after, own.candidate)) {
      heaviest = Math.max(heaviest, 1);
      columns.addNumbers(before, after);
    } else if (!addParts(position)) {
      const pair = pairs.at(position);
      if (pair === undefined || filterOf(pair) !== filter) continue;
      addPair(pair, position);
    }
    count += 1;
  }
  for (const blank of blanks(planned - count, count === 0 ? 1 : heaviest)) columns.add(blank);
  const scores = ScoreTable.over(columns);
  const whyUnscored = { baseline: commonest(reasons.baseline), candidate: commonest(reasons.candidate) };
  const again = askedAgain === null ? {} : { askedAgain };
  const repeats = repeatNoise(pairs, declaration, filter, answers);
  const isMean = SIDES.some((side) => isGraded(declaration, answers[side]));
  return {
    ...{ declaration, filter, scores, questionOf: askedBy(pairs), ...again, unpaired, unscored, whyUnscored },
    pairOf: (key) => pairs.find(key),
    ...(repeats === null ? {} : { repeats }),
    ...(isMean ? { graded: true as const } : {}),
    ...(isMeasured ? { machines: [...machines].sort(byCodeUnits) } : {}),
  };
}

const askedBy =
  (pairs: Pairs) =>
  (key: string): string | null => {
    const pair = pairs.find(key);
    const sample = pair?.baseline ?? pair?.candidate ?? null;
    return sample === null ? null : questionOf(sample);
  };

/** Both sides' numbers of a mean of one stored number a sample. Null of any other metric, and where samples do not hold numbers by metric. */
function numbersOf(
  pairs: Pairs,
  own: BySide<MetricDeclaration>,
): BySide<(position: number) => number> | null {
  const isStored = (metric: MetricDeclaration) =>
    metric.kind === 'mean' && (metric.of_usage ?? metric.of_repeats ?? metric.of_class) === undefined;
  if (!SIDES.every((side) => isStored(own[side]))) return null;
  const [baseline, candidate] = SIDES.map((side) => pairs.numbersOf(side, own[side].name));
  return baseline && candidate ? { baseline, candidate } : null;
}

/** Both sides' parts of a corpus metric, null where a sample has none. Null of any other metric, and where samples do not hold scores by metric. */
function partsOf(
  pairs: Pairs,
  own: BySide<MetricDeclaration>,
): BySide<(position: number) => Part | null> | null {
  const read = (side: keyof BySide<unknown>) => {
    const { kind, name, of_class: of } = own[side];
    const scoreAt = kind === 'corpus' && of === undefined ? pairs.scoresOf(side, name) : null;
    if (scoreAt === null) return null;
    return (position: number) => {
      const score = scoreAt(position);
      return score === undefined ? null : unweightedPart(score, own[side], -1);
    };
  };
  const [baseline, candidate] = SIDES.map(read);
  return baseline && candidate ? { baseline, candidate } : null;
}

/** What a sample may have that counts beside its number: those that ask the same are one cluster. */
const COUNTING = ['filter', 'weight', 'group', 'cluster', 'question_digest', 'input_digest'] as const;

/** Samples that all weigh the same weigh 1, and are judged as what they are; 1 where weights differ. */
function commonWeight(pairs: Pairs, filter: string | null): number {
  if (pairs.lacks('weight')) return 1;
  let common: number | null = null;
  for (const pair of pairs) {
    if (filterOf(pair) !== filter) continue;
    for (const { weight = 1 } of [pair.baseline ?? [], pair.candidate ?? []].flat()) {
      common ??= weight;
      if (weight !== common) return 1;
    }
  }
  return common !== null && common > 0 && Number.isFinite(common) ? common : 1;
}

const SIDES = ['baseline', 'candidate'] as const;

/** Of equally common reasons the first in the order of the samples. */
function commonest(counts: ReadonlyMap<string, number>): string | null {
  const [first] = [...counts].sort(([, left], [, right]) => right - left);
  return first?.[0] ?? null;
}

const UNTIMED: BySide<number> = { baseline: -1, candidate: -1 };

function* blanks(count: number, weight: number): Generator<Omit<PairedScore, 'key'>> {
  const nothing = { cluster: null, group: null, weight, baseline: null, candidate: null };
  for (let index = 0; index < count; index += 1) yield nothing;
}

function pairedScore(
  { baseline, candidate }: SamplePair,
  metric: BySide<MetricDeclaration>,
  unit: number,
  cluster: string | null,
  turns: BySide<number>,
  /** What is known of their scores, so that nobody looks for them among those of other metrics; NaN where nothing is. */
  numbers: BySide<number>,
): Omit<PairedScore, 'key'> {
  const sample = candidate ?? baseline;
  return {
    cluster,
    group: sample?.group ?? null,
    weight: (sample?.weight ?? 1) / unit,
    baseline: partOf(baseline, metric.baseline, unit, turns.baseline, numbers.baseline),
    candidate: partOf(candidate, metric.candidate, unit, turns.candidate, numbers.candidate),
  };
}

/** Null for everything that is not a score of the metric's kind within its range: unscored, never a number made up. */
function partOf(
  sample: SampleRecord | null,
  metric: MetricDeclaration,
  unit: number,
  turn: number,
  number: number,
): Part | null {
  if (sample === null) return null;
  const score = Number.isNaN(number) ? scoreIn(sample, metric) : number;
  if (score === undefined) return null;
  const part = unweightedPart(score, metric, turn);
  const weight = (sample.weight ?? 1) / unit;
  if (part === null || !(weight > 0) || !Number.isFinite(weight)) return null;
  return { ...part, numerator: part.numerator * weight, denominator: part.denominator * weight };
}

/** @param turn position in the order in which the side was asked, which only what is measured keeps: as the one part of it */
function unweightedPart(score: Score, metric: MetricDeclaration, turn: number): Part | null {
  if (measuredBy(metric) !== null) {
    if (typeof score === 'number' || isUnscored(score) || !isRatio(score)) return null;
    const { numerator, denominator } = score;
    const isUsable = Number.isFinite(numerator) && numerator >= 0 && denominator > 0;
    return isUsable && Number.isFinite(denominator) ? { numerator, denominator, parts: [turn] } : null;
  }
  switch (metric.kind) {
    case 'mean':
      return typeof score === 'number' && inRange(score, metric)
        ? { numerator: score, denominator: 1 }
        : null;
    case 'ratio': {
      if (typeof score === 'number' || isUnscored(score) || !isRatio(score)) return null;
      const { numerator, denominator } = score;
      return Number.isFinite(numerator) && Number.isFinite(denominator) && denominator >= 0
        ? { numerator, denominator }
        : null;
    }
    case 'corpus': {
      if (typeof score === 'number' || !isCorpus(score) || metric.aggregate === undefined) return null;
      const { parts } = score;
      return faultOfParts(metric.aggregate, parts) === null
        ? { numerator: Number.NaN, denominator: 1, parts }
        : null;
    }
  }
}

function inRange(score: number, { range }: MetricDeclaration): boolean {
  return Number.isFinite(score) && score >= (range.min ?? -Infinity) && score <= (range.max ?? Infinity);
}

/** The scores of a sequence, in its order. */
export function inOrder({ scores }: MetricScores, sequence: readonly string[]): PairedScores {
  const positions = new Map(scores.map(({ key }, position) => [key, position]));
  return ScoreTable.from(scores).pick(sequence.flatMap((key) => positions.get(key) ?? []));
}

/** The metric on some of its samples, as if they were all there are. */
export function onlyOn(metric: MetricScores, scores: PairedScores): MetricScores {
  const without = (side: 'baseline' | 'candidate') => countOf(scores, (score) => score[side] === null);
  return {
    ...metric,
    scores,
    ...(scores.length < metric.scores.length ? { partial: true as const } : {}),
    unpaired: { baseline: 0, candidate: 0 },
    unscored: { baseline: without('baseline'), candidate: without('candidate') },
  };
}
